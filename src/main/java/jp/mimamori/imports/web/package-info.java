/** The pages of 取込. */
@NullMarked
package jp.mimamori.imports.web;

import org.jspecify.annotations.NullMarked;
