/** The life of a rule set: load it, check it, publish it. */
@NullMarked
package jp.mimamori.policy;

import org.jspecify.annotations.NullMarked;
