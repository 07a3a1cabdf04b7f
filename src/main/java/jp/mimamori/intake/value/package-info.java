/** One cell's content in, a typed value out, or a question: dates, marks, scores, ids, words. */
@NullMarked
package jp.mimamori.intake.value;

import org.jspecify.annotations.NullMarked;
