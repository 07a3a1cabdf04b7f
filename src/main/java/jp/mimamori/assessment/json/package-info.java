/** Results as the JSON of {@code read}, {@code assess} and {@code plan}: a public contract, see {@code docs/schema}. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.assessment.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
