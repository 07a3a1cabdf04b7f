/** Mimamori: what a hospital does about each vulnerability of each medical device, and when a patch may touch it. */
@NullMarked
package jp.mimamori;

import org.jspecify.annotations.NullMarked;
