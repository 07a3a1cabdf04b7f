/** Planning problems and schedules as JSON, exactly as scheduling.md writes them. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.planning.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
