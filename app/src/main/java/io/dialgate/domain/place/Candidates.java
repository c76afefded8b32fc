package io.dialgate.domain.place;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The places that come into question.
 *
 * @param regions states and provinces by ISO 3166-2 ({@code US-FL}), sorted, each once
 * @param zones IANA time zones, sorted by name, each once
 */
public record Candidates(List<String> regions, List<ZoneId> zones) {

  /** No place comes into question. */
  public static final Candidates NONE = new Candidates(List.of(), List.of());

  /** Keeps sorted copies, so that equal sets are equal candidates. */
  public Candidates {
    regions = regions.stream().distinct().sorted().toList();
    zones = zones.stream().distinct().sorted(Comparator.comparing(ZoneId::getId)).toList();
  }

  public boolean isEmpty() {
    return regions.isEmpty() && zones.isEmpty();
  }

  /** The places of both. */
  public Candidates or(Candidates other) {
    if (includes(other)) {
      return this;
    }
    return other.includes(this)
        ? other
        : new Candidates(union(regions, other.regions), union(zones, other.zones));
  }

  /** Mostly a dialler knows what the number says already: then nothing has to be copied and sorted. */
  private boolean includes(Candidates other) {
    return regions.containsAll(other.regions) && zones.containsAll(other.zones);
  }

  private static <T> List<T> union(Collection<T> one, Collection<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
