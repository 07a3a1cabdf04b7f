package jp.mimamori.intake;

/** Is shown every sheet of a reading as it stands, before it is understood. */
@FunctionalInterface
public interface SheetOnlooker {

    void sheet(SheetGlimpse sheet);
}
