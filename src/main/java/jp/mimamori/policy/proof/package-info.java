/** Proves a policy by enumeration: every state, unknowns included, against the properties a committee relies on. */
@NamedInterface("proof")
@NullMarked
package jp.mimamori.policy.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
