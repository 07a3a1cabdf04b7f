/** A proof as JSON: a public contract, see {@code docs/schema}. */
@NamedInterface("proof.json")
@NullMarked
package jp.mimamori.policy.proof.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
