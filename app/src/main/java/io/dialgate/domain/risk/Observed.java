package io.dialgate.domain.risk;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a feature sees of an event.
 *
 * @param words as people read it
 * @param word what bands of words are held against; null for a number
 * @param number what bands of numbers are held against; null for a word, and where there is nothing to see
 */
record Observed(String words, @Nullable String word, @Nullable BigDecimal number) {}
