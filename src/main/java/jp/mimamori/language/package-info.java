/** The two languages we speak, and the bundles our words come from. */
@NullMarked
package jp.mimamori.language;

import org.jspecify.annotations.NullMarked;
