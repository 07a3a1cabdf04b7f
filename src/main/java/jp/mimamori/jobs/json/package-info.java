/** Sentences of jobs as they are kept: told in both languages. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.jobs.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
