/** What the assessment found, told to people: counted, sorted and worded for workbooks and papers. */
@NullMarked
package jp.mimamori.report;

import org.jspecify.annotations.NullMarked;
