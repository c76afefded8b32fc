package io.dialgate.domain.policy.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A book, by the regions of its provisions. */
final class Law {

  private final LawBook book;
  private final Map<String, List<Provision>> byRegion = new HashMap<>();
  private final Set<String> countries = new HashSet<>();

  Law(LawBook book) {
    this.book = book;
    for (Provision provision : book.provisions()) {
      byRegion.computeIfAbsent(provision.region(), _ -> new ArrayList<>()).add(provision);
      countries.add(country(provision.region()));
    }
  }

  LawBook book() {
    return book;
  }

  /** Whether the book says anything about a country. */
  boolean knows(@Nullable String country) {
    return country != null && countries.contains(country);
  }

  /** The provisions of exactly this country, state or province, in the order of the book. */
  List<Provision> of(String region) {
    return byRegion.getOrDefault(region, List.of());
  }

  HolidayCalendar calendar(String id) {
    HolidayCalendar calendar = book.calendars().get(id);
    if (calendar == null) {
      throw new IllegalArgumentException(
          "expected calendar '%s' in policy %s, but there is none; give it one".formatted(id, book.name()));
    }
    return calendar;
  }

  /** The country that a region is in, or is. */
  static String country(String region) {
    int dash = region.indexOf('-');
    return dash < 0 ? region : region.substring(0, dash);
  }
}
