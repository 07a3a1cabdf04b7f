/** Opens the committee's workbooks and hands on their cells as they stand. */
@NullMarked
package jp.mimamori.policy.sheet;

import org.jspecify.annotations.NullMarked;
