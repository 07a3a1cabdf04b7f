/** The main job: the only place that knows the order of the steps. */
@NullMarked
package jp.mimamori.assessment;

import org.jspecify.annotations.NullMarked;
