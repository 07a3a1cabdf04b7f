/** The web service: the one place that puts the rooms together into a program that stays up. */
@NullMarked
package jp.mimamori.service;

import org.jspecify.annotations.NullMarked;
