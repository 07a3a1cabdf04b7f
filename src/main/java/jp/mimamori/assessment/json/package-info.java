/** Results as the JSON of {@code read}, {@code assess} and {@code plan}: a public contract, see {@code docs/schema}. */
@NullMarked
package jp.mimamori.assessment.json;

import org.jspecify.annotations.NullMarked;
