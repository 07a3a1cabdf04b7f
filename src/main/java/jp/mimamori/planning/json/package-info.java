/** Planning problems and schedules as JSON, exactly as scheduling.md writes them. */
@NullMarked
package jp.mimamori.planning.json;

import org.jspecify.annotations.NullMarked;
