package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.law.Measure.Hours.Span;

/**
 * When the clocks of a zone show hours that are open: exact to the second, also on the days on which clocks are set.
 *
 * @param week the hours of each day
 * @param calendar whose holidays have hours of their own; null: none has
 * @param holidayHours the hours on a holiday
 */
record OpenHours(Week week, @Nullable HolidayCalendar calendar, List<Span> holidayHours) {

  /** How far ahead an opening is looked for: no provision is closed for longer. */
  private static final int MAX_DAYS = 400;

  private static final long DAY_SECONDS = 86_400;

  boolean isOpen(LocalMoment moment) {
    for (Span span : on(moment.date())) {
      if (moment.second() >= span.from() && moment.second() < span.to()) {
        return true;
      }
    }
    return false;
  }

  boolean isHoliday(LocalDate day) {
    return calendar != null && (calendar.days().containsKey(day) || !calendar.knows(day));
  }

  List<Span> on(LocalDate day) {
    return isHoliday(day) ? holidayHours : week.on(day.getDayOfWeek());
  }

  /** The first moment, from this one on, at which it is open in all zones; null if there is none within 400 days. */
  @Nullable
  Instant openInAll(Collection<ZoneId> zones, Instant from) {
    Instant limit = from.plusSeconds(MAX_DAYS * DAY_SECONDS);
    Instant at = from;
    while (at != null && !at.isAfter(limit)) {
      Instant now = at;
      ZoneId closed = zones.stream().filter(zone -> !isOpen(LocalMoment.of(zone, now))).findFirst().orElse(null);
      if (closed == null) {
        return at;
      }
      at = change(closed, at, this::isOpen);
    }
    return null;
  }

  /** The first moment after this one at which it is closed in a zone in which it is open now, or {@code until}. */
  Instant closes(LocalMoment now, Instant at, Instant until) {
    LocalMoment then = LocalMoment.of(now.zone(), until);
    if (then.date().equals(now.date()) && sameSpan(now, then)
        && now.zone().getRules().getOffset(at).equals(now.zone().getRules().getOffset(until))) {
      return until;
    }
    Instant closing = change(now.zone(), at, moment -> !isOpen(moment));
    return closing == null || closing.isAfter(until) ? until : closing;
  }

  private boolean sameSpan(LocalMoment now, LocalMoment then) {
    return on(now.date()).stream().anyMatch(span -> now.second() >= span.from() && now.second() < span.to()
        && then.second() >= span.from() && then.second() < span.to());
  }

  /**
   * The first moment after this one at which the answer can change and is as wanted: the clock shows the beginning or the end of
   * a span, a new day begins, or the clock is set.
   */
  private @Nullable Instant change(ZoneId zone, Instant after, Predicate<LocalMoment> wanted) {
    LocalDate first = LocalDate.ofInstant(after, zone);
    for (int day = 0; day <= MAX_DAYS; day++) {
      Instant earliest = null;
      for (Instant candidate : candidates(zone, first.plusDays(day))) {
        if (candidate.isAfter(after) && (earliest == null || candidate.isBefore(earliest))
            && wanted.test(LocalMoment.of(zone, candidate))) {
          earliest = candidate;
        }
      }
      if (earliest != null) {
        return earliest;
      }
    }
    return null;
  }

  private List<Instant> candidates(ZoneId zone, LocalDate day) {
    var candidates = new ArrayList<Instant>();
    ZoneRules rules = zone.getRules();
    add(rules, day.atStartOfDay(), candidates);
    for (Span span : on(day)) {
      add(rules, day.atStartOfDay().plusSeconds(span.from()), candidates);
      add(rules, day.atStartOfDay().plusSeconds(span.to()), candidates);
    }
    Instant noon = day.atStartOfDay().plusSeconds(DAY_SECONDS / 2).toInstant(ZoneOffset.UTC);
    addTransition(rules.previousTransition(noon), day, candidates);
    addTransition(rules.nextTransition(noon), day, candidates);
    return candidates;
  }

  /** When the clock shows this: once; twice where it is set back; where it is set forward past it, when that happens. */
  private static void add(ZoneRules rules, LocalDateTime shown, List<Instant> candidates) {
    for (ZoneOffset offset : rules.getValidOffsets(shown)) {
      candidates.add(shown.toInstant(offset));
    }
    ZoneOffsetTransition transition = rules.getTransition(shown);
    if (transition != null) {
      candidates.add(transition.getInstant());
    }
  }

  private static void addTransition(@Nullable ZoneOffsetTransition transition, LocalDate day,
      List<Instant> candidates) {
    if (transition != null && (transition.getDateTimeBefore().toLocalDate().equals(day)
        || transition.getDateTimeAfter().toLocalDate().equals(day))) {
      candidates.add(transition.getInstant());
    }
  }
}
