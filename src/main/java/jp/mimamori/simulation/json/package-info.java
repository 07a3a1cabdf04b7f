/** A simulation as JSON: a public contract, see {@code docs/schema/simulate.schema.json}. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.simulation.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
