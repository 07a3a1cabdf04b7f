/** What was changed by hand, as it is noted beside the change. */
@NullMarked
package jp.mimamori.dossier.json;

import org.jspecify.annotations.NullMarked;
