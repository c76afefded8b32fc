package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.policy.law.HolidayCalendar;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Measure.Hours.Span;
import io.dialgate.domain.policy.law.Provision;

/** The policy that is shipped, and the schema that it is held against. */
class StandardPolicyTest {

  private static final LawBook BOOK = StandardPolicy.read(new PolicyReader());

  @Test
  void shouldHaveASchemaThatIsOne() throws IOException {
    // given
    JsonNode schema;
    try (InputStream in = Objects.requireNonNull(DocumentSchema.class.getResourceAsStream(DocumentSchema.POLICY))) {
      schema = new ObjectMapper().readTree(in);
    }
    var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    // when / then
    assertThat(metaSchema.validate(schema)).isEmpty();
  }

  @Test
  void shouldBeNamedByItsBytes() {
    // when / then
    assertThat(BOOK.name()).isEqualTo("standard");
    assertThat(BOOK.hash()).isEqualTo(PolicyReader.hash(StandardPolicy.document()));
  }

  /** The hours of Monday, Saturday and Sunday, as the seed data has them. */
  @ParameterizedTest
  @CsvSource({"US-01,8-21,8-21,8-21", "US-22-hours,8-21,8-21,8-21", "AL-hours,8-20,8-20,", "CA-adad,9-21,9-21,9-21",
      "CT-hours,9-20,9-20,9-20", "FL-hours,8-20,8-20,8-20", "IL-hours,8-21,8-21,8-21",
      "IL-prerecorded,9-21,9-21,9-21", "KY-hours,10-21,10-21,10-21", "LA-hours,8-20,8-20,", "MA-hours,8-20,8-20,8-20",
      "MD-hours,8-20,8-20,8-20", "ME-adad,9-17,,", "MI-hours,9-21,9-21,9-21", "MN-hours,9-21,9-21,9-21",
      "MS-hours,8-20,8-20,", "NE-prerecorded,0-24,0-24,13-21", "NJ-hours,8-21,8-21,8-21", "NM-hours,9-21,9-21,9-21",
      "NV-hours,9-20,9-20,9-20", "OK-hours,8-20,8-20,8-20", "OK-adad,9-21,9-21,9-21", "RI-hours,9-18,10-17,",
      "SD-autodialler,9-21,,", "TX-hours,9-21,9-21,12-21", "TX-hours-texts,9-21,9-21,12-21", "UT-hours,8-21,8-21,",
      "WA-hours,8-20,8-20,8-20", "WY-hours,8-20,8-20,8-20", "CA-01,9-21.5,10-18,10-18", "UK-06,8-21,8-21,8-21",
      "AU-01,9-20,9-17,", "AU-02,9-20.5,9-17,9-17"})
  void shouldHaveTheHoursOfTheSeed(String id, String monday, @Nullable String saturday, @Nullable String sunday) {
    // when
    var hours = (Measure.Hours) rule(id).measure();

    // then
    assertThat(hours.week().on(DayOfWeek.MONDAY)).isEqualTo(spans(monday));
    assertThat(hours.week().on(DayOfWeek.FRIDAY)).isEqualTo(spans(monday));
    assertThat(hours.week().on(DayOfWeek.SATURDAY)).isEqualTo(spans(saturday));
    assertThat(hours.week().on(DayOfWeek.SUNDAY)).isEqualTo(spans(sunday));
  }

  @Test
  void shouldHoldKindsOfSalesCallsToTheRulesOfSalesCalls() {
    // when / then
    assertThat(rule("US-01").scope().callTypes()).containsExactlyInAnyOrder("solicitation", "claims", "pensions",
        "charity");
    assertThat(rule("US-19-solicitation").scope().dialModes()).containsExactlyInAnyOrder("prerecorded", "ai-voice",
        "agentless");
    assertThat(rule("SD-autodialler").scope().dialModes()).contains("predictive", "progressive", "power", "ai-voice")
        .doesNotContain("manual", "preview", "automatic");
    assertThat(BOOK.callTypes()).contains("solicitation", "emergency").doesNotContain("non-emergency");
  }

  @Test
  void shouldKnowTheHolidaysOfTwoYearsInEveryCalendar() {
    // when / then
    assertThat(BOOK.calendars().values()).isNotEmpty().allSatisfy(calendar -> {
      assertThat(calendar.from()).isEqualTo(LocalDate.of(2026, 1, 1));
      assertThat(calendar.to()).isEqualTo(LocalDate.of(2027, 12, 31));
      assertThat(calendar.days()).as(calendar.id()).containsKeys(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 25),
          LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 25));
    });
    assertThat(calendar("us-la").days()).containsEntry(LocalDate.of(2026, 2, 17), "Mardi Gras")
        .containsEntry(LocalDate.of(2027, 3, 26), "Good Friday");
    assertThat(calendar("us-al").days()).containsEntry(LocalDate.of(2026, 7, 3), "Independence Day (observed)")
        .containsEntry(LocalDate.of(2027, 7, 5), "Independence Day (observed)");
  }

  @Test
  void shouldUseEveryCalendar() {
    // when
    Set<String> used = new HashSet<>();
    BOOK.provisions().forEach(it -> {
      if (it.measure() instanceof Measure.Hours hours && hours.calendar() != null) {
        used.add(hours.calendar());
      } else if (it.measure() instanceof Measure.NoHolidays(String calendar)) {
        used.add(calendar);
      }
    });

    // then
    assertThat(used).isEqualTo(BOOK.calendars().keySet());
  }

  @ParameterizedTest
  @CsvSource({"+12029110100,true", "+19115550100,true", "+18002221222,true", "+12025550100,false",
      "+12129105551,false"})
  void shouldProtectServiceCodesAndHelpLines(String number, boolean expected) {
    // when
    boolean found = BOOK.provisions().stream().map(Provision::measure).anyMatch(
        it -> it instanceof Measure.Protected(var numbers) && numbers.matcher(number).find());

    // then
    assertThat(found).isEqualTo(expected);
  }

  private static List<Span> spans(@Nullable String hours) {
    if (hours == null) {
      return List.of();
    }
    String[] ends = hours.split("-", -1);
    return List.of(new Span((int) (Double.parseDouble(ends[0]) * 3600), (int) (Double.parseDouble(ends[1]) * 3600)));
  }

  private static Provision rule(String id) {
    return BOOK.provisions().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static HolidayCalendar calendar(String id) {
    return Objects.requireNonNull(BOOK.calendars().get(id));
  }
}
