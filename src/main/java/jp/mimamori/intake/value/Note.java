package jp.mimamori.intake.value;

import jp.mimamori.language.Message;
import jp.mimamori.trace.Severity;

/** Something to tell about a cell; becomes an issue once its place is known. */
public record Note(String code, Severity severity, Message message) {
}
