package io.dialgate.rules;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.law.Measure;

/**
 * Reads what a rule asks for: one field of the rule, by whose name the kind of measure is told.
 *
 * @param calendars the ids of the document's calendars
 */
record MeasureReader(Set<String> calendars) {

  /** The measure; nothing, if it has faults that leave none. */
  Optional<Measure> read(Spot rule) {
    for (String name : rule.fields()) {
      Spot spot = rule.at(name);
      Optional<Measure> measure = switch (name) {
        case "hours" -> Optional.of(new HoursReader(calendars).read(spot));
        case "no-holidays" -> Optional.of(new Measure.NoHolidays(calendar(spot, calendars)));
        case "cap" -> Optional.of(cap(spot));
        case "fresh-registry" -> Optional.of(
            new Measure.FreshRegistry(spot.text("registry"), period(spot.text("max-age"))));
        case "consent-needed" -> Optional.of(new Measure.ConsentNeeded());
        case "exempts" -> Optional.of(exemption(spot));
        case "revocation" -> Optional.of(new Measure.Revocation(spot.text().equals("every-brand")));
        case "protected" -> protectedNumbers(spot);
        case "emergency-blocks" -> Optional.of(new Measure.Emergency());
        case "listed" -> Optional.of(new Measure.Listed(Reason.valueOf(spot.text())));
        default -> Optional.empty();
      };
      if (measure.isPresent()) {
        return measure;
      }
    }
    return Optional.empty();
  }

  /** The id of a calendar, which the document must have. */
  static String calendar(Spot spot, Set<String> calendars) {
    if (!calendars.contains(spot.text())) {
      spot.fault("one of the document's calendars", "\"" + spot.text() + "\"", "correct it, or add the calendar");
    }
    return spot.text();
  }

  private static Measure cap(Spot cap) {
    String[] words = cap.text("in").split(" ", -1);
    int count = Integer.parseInt(words[0]);
    Duration window = words[1].equals("hours") ? Duration.ofHours(count) : Duration.ofDays(count);
    if (window.compareTo(Measure.AttemptCap.MAX_WINDOW) > 0) {
      cap.at("in").fault("a window of at most %d days".formatted(Measure.AttemptCap.MAX_WINDOW.toDays()),
          cap.text("in"),
          "shorten it: older attempts are not remembered");
    }
    return new Measure.AttemptCap(cap.value().path("max").asInt(), window, cap.text("per").equals("subject"));
  }

  private static Measure exemption(Spot exemption) {
    Set<Reason> from = exemption.at("from").items().stream().map(it -> Reason.valueOf(it.text()))
        .collect(Collectors.toSet());
    return new Measure.Exemption(Consent.Kind.valueOf(ScopeReader.constant(exemption.text("by"))),
        lasts(exemption.text("lasts")), from);
  }

  private static @Nullable Period lasts(String text) {
    return switch (text) {
      case "until-revoked" -> null;
      case "never" -> Period.ZERO;
      default -> period(text);
    };
  }

  private static Period period(String text) {
    String[] words = text.split(" ", -1);
    int count = Integer.parseInt(words[0]);
    return switch (words[1]) {
      case "years" -> Period.ofYears(count);
      case "months" -> Period.ofMonths(count);
      default -> Period.ofDays(count);
    };
  }

  private static Optional<Measure> protectedNumbers(Spot spot) {
    try {
      Pattern.compile(spot.text());
      return Optional.of(new Measure.Protected(Pattern.compile("^(?:" + spot.text() + ")$")));
    } catch (PatternSyntaxException e) {
      spot.fault("a regular expression", "\"" + spot.text() + "\" (" + e.getDescription() + ")", "correct it");
      return Optional.empty();
    }
  }
}
