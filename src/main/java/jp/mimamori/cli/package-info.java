/** The command line: how people and scripts reach Mimamori. */
@NullMarked
package jp.mimamori.cli;

import org.jspecify.annotations.NullMarked;
