/** Patch plans as they are kept, and what the queue is told of planning, as JSON. */
@NullMarked
package jp.mimamori.windows.json;

import org.jspecify.annotations.NullMarked;
