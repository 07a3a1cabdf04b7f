/** The sample hospital's and the templates' workbooks, laid out as hospitals keep them. */
@NullMarked
package jp.mimamori.example.xlsx;

import org.jspecify.annotations.NullMarked;
