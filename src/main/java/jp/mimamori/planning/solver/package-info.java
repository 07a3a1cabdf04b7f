/** The search for windows with OptaPlanner: its score, its moves, its cooling and its end. */
@NamedInterface("solver")
@NullMarked
package jp.mimamori.planning.solver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
