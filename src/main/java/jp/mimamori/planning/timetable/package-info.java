/** The state of a plan, without any framework: what may stand where, who holds which hour, what it costs and what stands against it. */
@NullMarked
package jp.mimamori.planning.timetable;

import org.jspecify.annotations.NullMarked;
