package jp.mimamori.findings;

import jp.mimamori.language.Bilingual;

/** What people call a category of devices. */
public interface CategoryNames {

    /** The key itself where nobody knows it. */
    Bilingual name(String category);
}
