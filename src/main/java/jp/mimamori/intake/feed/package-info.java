/** KEV lists and EPSS files in the formats CISA and FIRST publish. */
@NullMarked
package jp.mimamori.intake.feed;

import org.jspecify.annotations.NullMarked;
