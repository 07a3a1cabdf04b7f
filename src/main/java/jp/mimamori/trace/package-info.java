/** Where a value stands in a file, where it came from, and what there is to say about it. */
@NullMarked
package jp.mimamori.trace;

import org.jspecify.annotations.NullMarked;
