/** The search for windows with OptaPlanner, its score, its moves, its bound and its explanations. */
@NullMarked
package jp.mimamori.planning.solver;

import org.jspecify.annotations.NullMarked;
