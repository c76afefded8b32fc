package io.dialgate.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * What a dialler says about where a person is.
 *
 * @param state a state or province as two letters, with or without its country ({@code FL}, {@code US-FL}); null: not told
 * @param postalCode a postal code of the number's country; null: not told
 * @param zone an IANA time zone; null: not told
 */
public record Told(@Nullable String state, @Nullable String postalCode, @Nullable String zone) {

  /** Nothing was told. */
  public static final Told NOTHING = new Told(null, null, null);
}
