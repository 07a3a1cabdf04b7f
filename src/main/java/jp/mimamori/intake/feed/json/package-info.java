/** KEV lists and EPSS scores in JSON, as CISA's catalogue and FIRST's API give them. */
@NullMarked
package jp.mimamori.intake.feed.json;

import org.jspecify.annotations.NullMarked;
