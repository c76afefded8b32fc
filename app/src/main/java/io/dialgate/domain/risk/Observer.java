package io.dialgate.domain.risk;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.Tally;
import io.dialgate.domain.risk.velocity.Velocities;

/**
 * Looks at an event for features. Of a tally that is only a lower bound, the bound is what bands are held against: the true
 * number is no smaller, and the words say so.
 *
 * @param told the tier as the profile tells it; null if there is none
 * @param tier the tier that the customer counts as
 */
record Observer(RiskEvent event, @Nullable String told, String tier, Velocities velocities) {

  Observed of(Source source) {
    return switch (source) {
      case Source.Tier _ -> new Observed(tierWords(), tier, null);
      case Source.Amount _ -> number(event.amount(), Velocities.plain(event.amount()) + " " + event.currency());
      case Source.Count(Duration window) -> tally(velocities.in(window).count(), "");
      case Source.Sum(Duration window) -> tally(velocities.in(window).sum(event.currency()), " " + event.currency());
      case Source.Distinct(String attribute, Duration window) -> tally(velocities.in(window).distinct(attribute), "");
      case Source.SinceLast _ -> sinceLast(velocities.sinceLast());
    };
  }

  private String tierWords() {
    if (tier.equals(told)) {
      return tier;
    }
    return told == null ? tier + ", since no profile tells one" : tier + ", since the model knows no tier " + told;
  }

  private static Observed tally(Tally tally, String unit) {
    return number(tally.value(), tally + unit);
  }

  private static Observed sinceLast(@Nullable Duration gap) {
    if (gap == null) {
      return new Observed("none before", null, null);
    }
    BigDecimal seconds = BigDecimal.valueOf(gap.toNanos() / 1_000, 6);
    return number(seconds, Velocities.plain(seconds) + " s");
  }

  private static Observed number(BigDecimal number, String words) {
    return new Observed(words, null, number);
  }
}
