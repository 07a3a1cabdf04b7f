/** The difference between two policies as JSON: a public contract, see {@code docs/schema/policy-diff.schema.json}. */
@NamedInterface("diff-json")
@NullMarked
package jp.mimamori.policy.diff.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
