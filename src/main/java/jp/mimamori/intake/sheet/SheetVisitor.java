package jp.mimamori.intake.sheet;

import jp.mimamori.intake.UnusableFileException;

/** Is shown one sheet after the other, so that only one of them need be in memory. */
@FunctionalInterface
public interface SheetVisitor {

    void sheet(RawSheet sheet) throws UnusableFileException;
}
