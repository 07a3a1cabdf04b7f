/** Breaks the rules of handlers, so that their test can be seen to fail. */
@NullMarked
package jp.mimamori.service.intruder;

import org.jspecify.annotations.NullMarked;
