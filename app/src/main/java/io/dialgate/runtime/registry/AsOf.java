package io.dialgate.runtime.registry;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.dialgate.lists.Contents;
import io.dialgate.runtime.Refused;

/** Up to when files are complete: what was said, else what they say, else what their names say, else today. */
final class AsOf {

  private static final Pattern DATE = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?([01]\\d)[-_.]?([0-3]\\d)(?!\\d)");

  private AsOf() {}

  /**
   * The moment.
   *
   * @throws Refused if it is still to come: a copy cannot be fresher than now
   */
  static Instant of(Contents contents, Optional<Instant> said, Instant now) {
    Instant asOf = said.or(contents::last).or(() -> named(contents)).orElse(now.truncatedTo(ChronoUnit.DAYS));
    if (asOf.isAfter(now)) {
      throw new Refused("expected files that are complete up to a moment in the past, but got %s; correct --as-of"
          .formatted(asOf));
    }
    return asOf.truncatedTo(ChronoUnit.MICROS);
  }

  /** Of several files the earliest: the whole is complete up to then. */
  private static Optional<Instant> named(Contents contents) {
    return contents.texts().stream().flatMap(text -> date(text.path()).stream()).min(Instant::compareTo);
  }

  private static Optional<Instant> date(Path path) {
    return DATE.matcher(Objects.toString(path.getFileName())).results().flatMap(found -> day(found).stream())
        .findFirst();
  }

  private static Optional<Instant> day(MatchResult found) {
    try {
      return Optional.of(LocalDate
          .of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)))
          .atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
