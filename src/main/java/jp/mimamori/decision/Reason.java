package jp.mimamori.decision;

import jp.mimamori.language.Bilingual;

/** A sentence a layman follows, and the rule or table row it comes from. */
public record Reason(String rule, Bilingual text) {
}
