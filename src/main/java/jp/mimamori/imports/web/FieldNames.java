package jp.mimamori.imports.web;

import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.language.Message;

/** Tells a page what people call our fields. */
final class FieldNames {

    public Message of(SheetRole role, String field) {
        return Fields.label(role, field);
    }
}
