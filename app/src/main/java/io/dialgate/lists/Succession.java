package io.dialgate.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.lists.layout.Kind;
import io.dialgate.schemas.RegistryStatus;

/**
 * Whether files may follow what we have of their registry: not twice, not out of order, not after a gap.
 *
 * @param changesEvery how many days lie between two change lists at most
 * @param force whether they are taken all the same
 */
public record Succession(Period changesEvery, boolean force) {

  /**
   * Checks them against our copies.
   *
   * @param asOf up to when they are complete
   * @param told whether somebody said so: the same full list may be as good later, but only on somebody's word
   * @param copies what we have, by area code, {@link Areas#ALL} for the whole registry
   * @return whether the very same files are in already
   * @throws RefusedList if they may not follow, and are not forced
   */
  public boolean isIn(Contents contents, Instant asOf, boolean told, Areas areas, Map<String, RegistryStatus> copies) {
    if (contents.kind() == Kind.ANSWERS) {
      return false;
    }
    List<RegistryStatus> ours = areas.names().stream().map(area -> copy(area, contents.kind(), copies))
        .filter(Objects::nonNull).toList();
    if (ours.size() == areas.names().size()
        && ours.stream().allMatch(copy -> copy.getFileDigest().equals(contents.digest())
            && !(told && asOf.isAfter(copy.getAsOf())))) {
      return true;
    }
    if (!force) {
      ours.forEach(copy -> refuseOlder(contents, asOf, copy));
      if (contents.kind() == Kind.CHANGES) {
        refuseGaps(contents, areas, ours);
      }
    }
    return false;
  }

  /** A change list of an area can follow a copy of all. */
  private static @Nullable RegistryStatus copy(String area, Kind kind, Map<String, RegistryStatus> copies) {
    RegistryStatus own = copies.get(area);
    return own == null && kind == Kind.CHANGES ? copies.get(Areas.ALL) : own;
  }

  private static void refuseOlder(Contents contents, Instant asOf, RegistryStatus copy) {
    if (!asOf.isAfter(copy.getAsOf())) {
      throw new RefusedList(
          "expected %s that is later than our copy of %s (area %s, of %s), but got one of %s: it was taken already, or comes too late; import a later one (--as-of tells its date, --force takes it as it is)"
              .formatted(contents.kind().words(), copy.getRegistry(), copy.getArea(), copy.getAsOf(), asOf));
    }
  }

  private void refuseGaps(Contents contents, Areas areas, List<RegistryStatus> ours) {
    if (ours.size() < areas.names().size()) {
      throw new RefusedList(
          "expected a full list before the first change list, but there is none; import a full list (--force takes the changes alone)");
    }
    for (RegistryStatus copy : ours) {
      contents.first()
          .ifPresent(first -> refuseGap(copy.getAsOf(), first, "our copy (area %s)".formatted(copy.getArea())));
    }
    Optional<Instant> before = Optional.empty();
    for (Contents.Text text : contents.texts()) {
      if (before.isPresent() && text.first().isPresent()) {
        refuseGap(before.get(), text.first().get(), "the change list before " + text.path());
      }
      before = text.last();
    }
  }

  /** By calendar day: a copy of some day may lack the changes of that day. */
  private void refuseGap(Instant last, Instant next, String what) {
    LocalDate due = LocalDate.ofInstant(last, ZoneOffset.UTC).plus(changesEvery);
    if (LocalDate.ofInstant(next, ZoneOffset.UTC).isAfter(due)) {
      throw new RefusedList(
          "expected no gap: %s is complete up to %s, but the next changes begin at %s; import the change lists between them, or a full list (--force takes it as it is)"
              .formatted(what, last, next));
    }
  }
}
