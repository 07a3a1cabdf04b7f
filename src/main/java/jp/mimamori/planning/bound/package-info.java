/** The proven lower bound of a plan: prices for whatever tasks compete for, made good by subgradient steps. */
@NullMarked
package jp.mimamori.planning.bound;

import org.jspecify.annotations.NullMarked;
