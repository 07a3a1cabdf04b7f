/** The plan's timeline, what is done on it by hand, and the papers made of it. */
@NullMarked
package jp.mimamori.windows.web;

import org.jspecify.annotations.NullMarked;
