package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Measure.Hours.Span;
import io.dialgate.domain.policy.law.Week;

/** Each measure, as it is written and as it is read. */
class MeasuresTest {

  private static final Span DAY = new Span(8 * 3600, 20 * 3600);
  private static final PolicyReader READER = new PolicyReader();

  static Stream<Arguments> measures() {
    return Stream.of(
        arguments("hours: {daily: 08:00-20:00}",
            new Measure.Hours(week(_ -> List.of(DAY)), null, List.of(), List.of())),
        arguments("hours: {mon-sat: 08:00-20:00, sun: closed, holidays: closed, calendar: here}",
            new Measure.Hours(week(day -> day == DayOfWeek.SUNDAY ? List.of() : List.of(DAY)), "here", List.of(),
                List.of())),
        arguments(
            "hours: {mon-sun: 00:00-24:00, holidays: 13:00-21:30, calendar: here, also-in: [America/Chicago, UTC]}",
            new Measure.Hours(week(_ -> List.of(new Span(0, 86_400))), "here",
                List.of(new Span(13 * 3600, 21 * 3600 + 1800)),
                List.of(ZoneId.of("America/Chicago"), ZoneId.of("UTC")))),
        arguments("hours: {mon: closed, tue-sun: 09:00-12:00 and 13:00-17:00}",
            new Measure.Hours(week(day -> day == DayOfWeek.MONDAY
                ? List.of()
                : List.of(new Span(9 * 3600, 12 * 3600), new Span(13 * 3600, 17 * 3600))), null, List.of(), List.of())),
        arguments("no-holidays: here", new Measure.NoHolidays("here")),
        arguments("cap: {max: 3, in: 24 hours, per: number}", new Measure.AttemptCap(3, Duration.ofHours(24), false)),
        arguments("cap: {max: 64, in: 31 days, per: subject}", new Measure.AttemptCap(64, Duration.ofDays(31), true)),
        arguments("fresh-registry: {registry: us-ftc, max-age: 31 days}",
            new Measure.FreshRegistry("us-ftc", Period.ofDays(31))),
        arguments("consent-needed: true", new Measure.ConsentNeeded()),
        arguments("exempts: {by: permission, lasts: until-revoked, from: [NATIONAL_DNC, STATE_DNC]}",
            new Measure.Exemption(Kind.PERMISSION, null, Set.of(Reason.NATIONAL_DNC, Reason.STATE_DNC))),
        arguments("exempts: {by: ebr-purchase, lasts: 18 months, from: [NATIONAL_DNC]}",
            new Measure.Exemption(Kind.EBR_PURCHASE, Period.ofMonths(18), Set.of(Reason.NATIONAL_DNC))),
        arguments("exempts: {by: ebr-inquiry, lasts: 2 years, from: [STATE_DNC]}",
            new Measure.Exemption(Kind.EBR_INQUIRY, Period.ofYears(2), Set.of(Reason.STATE_DNC))),
        arguments("exempts: {by: ebr-inquiry, lasts: 90 days, from: [STATE_DNC]}",
            new Measure.Exemption(Kind.EBR_INQUIRY, Period.ofDays(90), Set.of(Reason.STATE_DNC))),
        arguments("exempts: {by: ebr-inquiry, lasts: never, from: [STATE_DNC]}",
            new Measure.Exemption(Kind.EBR_INQUIRY, Period.ZERO, Set.of(Reason.STATE_DNC))),
        arguments("revocation: every-brand", new Measure.Revocation(true)),
        arguments("revocation: same-brand", new Measure.Revocation(false)),
        arguments("emergency-blocks: true", new Measure.Emergency()),
        arguments("listed: REASSIGNED_NUMBER", new Measure.Listed(Reason.REASSIGNED_NUMBER)));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void shouldReadAMeasure(String written, Measure expected) throws BrokenDocument {
    // when
    Measure measure = measure(written);

    // then
    assertThat(measure).isEqualTo(expected);
  }

  @Test
  void shouldProtectWholeNumbersOnly() throws BrokenDocument {
    // when
    var measure = (Measure.Protected) measure("protected: '\\+1911|\\+1988[0-9]'");

    // then
    assertThat("+1911").matches(measure.numbers());
    assertThat("+19885").matches(measure.numbers());
    assertThat(measure.numbers().matcher("+19115").find()).isFalse();
    assertThat(measure.numbers().matcher("x+1911").find()).isFalse();
  }

  private static Measure measure(String written) throws BrokenDocument {
    return READER.read(Documents.asking(written), "small.yaml").provisions().getFirst().measure();
  }

  private static Week week(Function<DayOfWeek, List<Span>> spans) {
    Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, spans.apply(day));
    }
    return new Week(days);
  }
}
