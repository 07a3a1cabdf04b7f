/** What programs are answered, as JSON. */
@NullMarked
package jp.mimamori.api.json;

import org.jspecify.annotations.NullMarked;
