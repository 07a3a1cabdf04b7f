/** Device facts from little: category, safety, operation, leak, exposure and support, each guess marked with its rule. */
@NullMarked
package jp.mimamori.intake.estimate;

import org.jspecify.annotations.NullMarked;
