/** The list of findings, its views and changes of many together, and the home page. */
@NullMarked
package jp.mimamori.findings.web;

import org.jspecify.annotations.NullMarked;
