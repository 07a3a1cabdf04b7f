/** How fast and how large: each job of the product beside the least that any program would have to do for it. */
@NullMarked
package jp.mimamori.bench;

import org.jspecify.annotations.NullMarked;
