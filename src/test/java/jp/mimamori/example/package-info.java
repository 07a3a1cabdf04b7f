/** The sample hospital that the product ships: its facts, its calendars, and the files made of them. */
@NullMarked
package jp.mimamori.example;

import org.jspecify.annotations.NullMarked;
