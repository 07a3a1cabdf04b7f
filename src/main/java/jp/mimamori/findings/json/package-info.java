/** Changes of many findings as the list of imports and the trail tell them. */
@NullMarked
package jp.mimamori.findings.json;

import org.jspecify.annotations.NullMarked;
