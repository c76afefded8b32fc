package io.dialgate.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a phone may be, and what says so.
 *
 * @param country the number's own country, ISO 3166-1 alpha-2; null: the number belongs to none, or to one that is not known
 * @param byNumber the places that its digits allow: all of its area code, and of the codes that overlay it
 * @param byContact the places that the dialler's knowledge of the person gives; none, if it gives none
 * @param line what kind of line it is
 * @param sources the versions of the data that says so, for example
 *     {@code libphonenumber 9.0.43, geocoder 3.23, tzdb 2026b}
 */
public record Whereabouts(@Nullable String country, Candidates byNumber, Candidates byContact, LineType line,
    String sources) {

  /** Nothing is known. */
  public static final Whereabouts UNKNOWN = new Whereabouts(null, Candidates.NONE, Candidates.NONE, LineType.UNKNOWN,
      "");

  /**
   * The places whose rules have to be kept.
   *
   * @param trustContact whether what the dialler knows removes what the number allows; else it only adds to it
   */
  public Candidates candidates(boolean trustContact) {
    return trustContact && !byContact.isEmpty() ? narrowed() : byNumber.or(byContact);
  }

  /** A contact that names a state but no zone, or the reverse, narrows only what it names. */
  private Candidates narrowed() {
    return new Candidates(byContact.regions().isEmpty() ? byNumber.regions() : byContact.regions(),
        byContact.zones().isEmpty() ? byNumber.zones() : byContact.zones());
  }

  /** Whether the phone may be in a region: a country, or a state or province. */
  public boolean mayBeIn(String region) {
    return region.equals(country) || byNumber.regions().contains(region) || byContact.regions().contains(region);
  }
}
