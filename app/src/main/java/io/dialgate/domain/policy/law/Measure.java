package io.dialgate.domain.policy.law;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.Case;

/** What a provision asks for. */
public sealed interface Measure {

  /**
   * Calls only within these hours, in every zone where the phone may be. Finds OUTSIDE_CALLING_HOURS, and HOLIDAY on a day that
   * is closed because it is a holiday.
   *
   * @param week the hours of each day of the week
   * @param calendar whose holidays have hours of their own; null: a holiday is a day like any other
   * @param holidayHours the hours on a holiday: none, if no call may be made then
   * @param alsoIn zones in which the hours are kept too, wherever the phone may be
   */
  record Hours(Week week, @Nullable String calendar, List<Hours.Span> holidayHours,
      List<ZoneId> alsoIn) implements Measure {

    /** Keeps its own copies. */
    public Hours {
      holidayHours = List.copyOf(holidayHours);
      alsoIn = List.copyOf(alsoIn);
    }

    /**
     * Hours of a day, half-open: at {@code to} it is closed.
     *
     * @param from seconds of the day, 0 to 86,399
     * @param to seconds of the day, more than {@code from}, at most 86,400
     */
    public record Span(int from, int to) {}
  }

  /** No calls on these holidays, in any zone where the phone may be. Finds HOLIDAY. */
  record NoHolidays(String calendar) implements Measure {}

  /**
   * At most so many attempts in a rolling window; those count that the provision's scope is about. Finds ATTEMPT_CAP.
   *
   * @param max 1 to {@link #MAX_ATTEMPTS}
   * @param window more than nothing, at most {@link #MAX_WINDOW}
   * @param perSubject whether attempts on other matters are left out
   */
  record AttemptCap(int max, Duration window, boolean perSubject) implements Measure {

    /** The highest cap: as many attempts of a number as are remembered. */
    public static final int MAX_ATTEMPTS = Case.History.MAX_ATTEMPTS;

    /** The longest window: an attempt is forgotten after it. */
    public static final Duration MAX_WINDOW = Duration.ofDays(31);
  }

  /**
   * Our copy of a registry must be no older than this. Finds REGISTRY_STALE, unless a permission makes the registry irrelevant.
   *
   * @param registry for example {@code us-ftc}
   * @param maxAge in days
   */
  record FreshRegistry(String registry, Period maxAge) implements Measure {}

  /** No call without a permission that holds. Finds NO_CONSENT. */
  record ConsentNeeded() implements Measure {}

  /**
   * A consent of this kind exempts from entries of these reasons; it is noted as EXEMPT_PERMISSION or EXEMPT_EBR. Where several
   * rows of one kind apply to an entry, the shortest time holds.
   *
   * @param by the kind of consent
   * @param lasts how long after it was given; null: as long as it says itself; zero: not at all
   * @param from the reasons of entries that it exempts from: never a person's own request, and never a hold
   */
  record Exemption(Consent.Kind by, @Nullable Period lasts, Set<Reason> from) implements Measure {

    /** Keeps its own copy. */
    public Exemption {
      from = Set.copyOf(from);
    }
  }

  /**
   * A revocation bars calls until a later permission. Finds CONSENT_REVOKED.
   *
   * @param everyBrand whether it reaches every brand, or only the one that it was told to
   */
  record Revocation(boolean everyBrand) implements Measure {}

  /** Numbers that are never called. Finds PROTECTED_NUMBER. */
  record Protected(Pattern numbers) implements Measure {}

  /** Operators' emergency blocks of the region bar calls; the row gives them their citation. Finds STATE_OF_EMERGENCY. */
  record Emergency() implements Measure {}

  /** What entries of a reason rest on in this region: the citation of their findings. */
  record Listed(Reason reason) implements Measure {}
}
