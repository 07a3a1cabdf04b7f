package jp.mimamori.handback.ooxml;

import org.jspecify.annotations.Nullable;

/**
 * What a cell gets.
 *
 * @param fill     its colour, RGB; -1 to leave it
 * @param darkFill the colour instead where its own text is light; -1 to leave it
 * @param comment  a comment of ours; null for none
 */
public record Mark(int fill, int darkFill, @Nullable String comment) {
}
