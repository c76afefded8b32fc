package io.dialgate.domain.policy.law;

import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.policy.law.Consents.given;
import static io.dialgate.domain.policy.law.SmallBooks.hours;
import static io.dialgate.domain.policy.law.SmallBooks.row;
import static io.dialgate.domain.policy.law.SmallBooks.term;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.MissingPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.law.LawBook.Trust;
import io.dialgate.domain.policy.law.Provision.Term;
import io.dialgate.domain.policy.law.Scope.WhenLineUnknown;

/** What findings say, and what small books can say that the shipped one does not. */
class LawDetailsTest {

  /** A Wednesday noon in New York, five in the afternoon in UTC. */
  private static final Instant NOON = Instant.parse("2027-02-24T17:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Calls NEW_YORK = Calls.to("US-NY", "America/New_York");

  @Test
  void shouldTellTheLocalTimeAndWhatWouldBeAllowed() {
    // when
    var early = found(SmallBooks.of(hours(13, 24)), NEW_YORK);
    var zones = found(SmallBooks.of(hours(12, 13)), Calls.to("US-TN", "America/New_York", "America/Chicago"));

    // then
    assertThat(early).singleElement().satisfies(one -> {
      assertThat(one.observed()).isEqualTo("12:00 in America/New_York (US), Wednesday; allowed 13:00-24:00");
      assertThat(one.citation()).isEqualTo("law r0");
      assertThat(one.until()).isEqualTo(NOON.plus(HOUR));
    });
    assertThat(zones).singleElement().extracting(Finding::observed).asString().startsWith("11:00 in America/Chicago");
  }

  @Test
  void shouldKeepTheHoursAlsoWhereThePhoneIsNot() {
    // given
    var also = new Measure.Hours(hours(12, 20).week(), null, List.of(), List.of(ZoneId.of("America/Los_Angeles")));

    // when, then
    assertThat(found(SmallBooks.of(also), NEW_YORK)).singleElement().satisfies(one -> {
      assertThat(one.observed()).startsWith("09:00 in America/Los_Angeles");
      assertThat(one.until()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    });
    Policy policy = LawPolicy.of(SmallBooks.of(also), HOUR);
    Instant one = NOON.plus(Duration.ofMinutes(3 * 60 + 30));
    assertThat(policy.allowsUntil(NEW_YORK.at(one), one.plus(Duration.ofHours(12))))
        .isEqualTo(Instant.parse("2027-02-25T01:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"2027-02-24, , true", "2027-02-25, , false", ", 2027-02-24, true", ", 2027-02-23, false",
      "2027-02-24, 2027-02-24, true"})
  void shouldAskARowOnlyInItsTerm(@Nullable String from,
      @Nullable String to, boolean inEffect) {
    // given
    var book = SmallBooks.of(Trust.ADDS, row("dated", "US", term(from, to), Scope.ALL, hours(1, 2)));

    // when, then
    assertThat(found(book, NEW_YORK)).hasSize(inEffect ? 1 : 0);
    assertThat(found(book, Calls.to("US-NY"))).as("without a zone nothing is closed").isEmpty();
  }

  @Test
  void shouldCountAttemptsOnOneSubjectOnlyWhereTheRowSaysSo() {
    // given
    var cap = new Measure.AttemptCap(1, HOUR, true);
    Calls mine = NEW_YORK.saying(null, null, null, "loan");
    var other = new Attempt(NOON.minusSeconds(60), 7, null, null, null);
    var same = new Attempt(NOON.minusSeconds(60), Attempt.subjectMark(mine.at(NOON).request()), null, null, null);

    // when, then
    assertThat(found(SmallBooks.of(cap), mine.attempted(List.of(other)))).isEmpty();
    assertThat(found(SmallBooks.of(cap), mine.attempted(List.of(same)))).singleElement().satisfies(one -> {
      assertThat(one.observed()).isEqualTo("1 attempts in PT1H (US) on this subject, at most 1");
      assertThat(one.until()).isEqualTo(NOON.plusSeconds(3540));
    });
    assertThat(found(SmallBooks.of(new Measure.AttemptCap(1, HOUR, false)), mine.attempted(List.of(other))))
        .singleElement().extracting(Finding::observed).isEqualTo("1 attempts in PT1H (US), at most 1");
  }

  @Test
  void shouldTellASubjectFromACampaign() {
    // given
    long campaign = Attempt.subjectMark(NEW_YORK.at(NOON).request());

    // when, then
    assertThat(campaign).isNotZero()
        .isNotEqualTo(Attempt.subjectMark(NEW_YORK.saying(null, null, null, "spring").at(NOON).request()));
  }

  @Test
  void shouldHoldTheShortestOfSeveralExemptions() {
    // given
    var month = new Measure.Exemption(Kind.EBR_PURCHASE, Period.ofMonths(1), Set.of(Reason.NATIONAL_DNC));
    var year = new Measure.Exemption(Kind.EBR_PURCHASE, Period.ofMonths(12), Set.of(Reason.NATIONAL_DNC));
    var ever = new Measure.Exemption(Kind.EBR_PURCHASE, null, Set.of(Reason.NATIONAL_DNC));
    Calls call = NEW_YORK.listed(added("us-ftc").because(Reason.NATIONAL_DNC).event());
    Calls lately = call.agreed(given(Kind.EBR_PURCHASE, NOON.minusSeconds(86_400)));
    Calls longAgo = call.agreed(given(Kind.EBR_PURCHASE, NOON.minusSeconds(86_400 * 60)));

    // when, then
    for (LawBook book : List.of(SmallBooks.of(month, year, ever), SmallBooks.of(ever, year, month),
        SmallBooks.of(year, month, ever))) {
      assertThat(codes(book, longAgo)).containsExactly("NATIONAL_DNC");
      assertThat(found(book, lately)).singleElement().satisfies(one -> {
        assertThat(one.code().name()).isEqualTo("EXEMPT_EBR");
        assertThat(one.observed()).contains("on list internal", "business relationship", "evidence form 7");
        assertThat(one.until()).isEqualTo(Instant.parse("2027-03-23T17:00:00Z"));
      });
    }
    assertThat(found(SmallBooks.of(ever), longAgo)).singleElement().satisfies(one -> {
      assertThat(one.until()).isNull();
    });
  }

  @Test
  void shouldLetTheConsentThatHoldsLongestExempt() {
    // given
    var ever = new Measure.Exemption(Kind.PERMISSION, null, Set.of(Reason.NATIONAL_DNC));
    Calls call = NEW_YORK.listed(added("us-ftc").because(Reason.NATIONAL_DNC).event());
    var brief = given(Kind.PERMISSION, NOON.minusSeconds(90), null, NOON.plusSeconds(10));
    var longer = given(Kind.PERMISSION, NOON.minusSeconds(80), null, NOON.plusSeconds(20));
    var open = given(Kind.PERMISSION, NOON.minusSeconds(70));

    // when, then
    assertThat(until(ever, call.agreed(brief, longer))).isEqualTo(NOON.plusSeconds(20));
    assertThat(until(ever, call.agreed(longer, brief))).isEqualTo(NOON.plusSeconds(20));
    assertThat(until(ever, call.agreed(brief, open, longer))).isNull();
    assertThat(until(new Measure.Exemption(Kind.PERMISSION, Period.ofDays(1), Set.of(Reason.NATIONAL_DNC)),
        call.agreed(longer))).as("its own end comes first").isEqualTo(NOON.plusSeconds(20));
  }

  @Test
  void shouldReachOnlyItsBrandWhereTheRowSaysSo() {
    // given
    var other = given(Kind.REVOCATION, NOON.minusSeconds(60), "other", null);
    var mine = given(Kind.REVOCATION, NOON.minusSeconds(60), "acme", null);
    var everybody = given(Kind.REVOCATION, NOON.minusSeconds(60));
    LawBook book = SmallBooks.of(new Measure.Revocation(false));

    // when, then
    assertThat(found(book, NEW_YORK.agreed(other))).isEmpty();
    assertThat(found(book, NEW_YORK.agreed(mine))).singleElement().extracting(Finding::observed).asString()
        .contains("told to brand acme");
    assertThat(found(book, NEW_YORK.agreed(everybody))).singleElement().extracting(Finding::observed).asString()
        .contains("for every brand");
    var exempts = new Measure.Exemption(Kind.PERMISSION, null, Set.of(Reason.NATIONAL_DNC));
    Calls listed = NEW_YORK.listed(added("us-ftc").because(Reason.NATIONAL_DNC).event())
        .agreed(given(Kind.PERMISSION, NOON.minusSeconds(90)), other);
    assertThat(codes(SmallBooks.of(exempts, new Measure.Revocation(false)), listed))
        .containsExactly("EXEMPT_PERMISSION");
    assertThat(codes(SmallBooks.of(exempts, new Measure.Revocation(true)), listed)).containsExactly("NATIONAL_DNC",
        "CONSENT_REVOKED");
  }

  @Test
  void shouldNoteWhatADigitDoesNotTellAboutTheLine() {
    // given
    var wireless = Set.of(LineType.WIRELESS);
    var kept = new Scope(Set.of(), wireless, WhenLineUnknown.APPLIES, Set.of(), Set.of());
    var left = new Scope(Set.of(), wireless, WhenLineUnknown.NOTED, Set.of(), Set.of());
    var state = new Scope(Set.of("claims"), wireless, WhenLineUnknown.NOTED, Set.of(), Set.of());
    LawBook book = SmallBooks.of(Trust.ADDS, row("kept", "US", Term.ALWAYS, kept, new Measure.ConsentNeeded()),
        row("left", "US-NY", Term.ALWAYS, left, new Measure.ConsentNeeded()),
        row("past", "US", term(null, "2020-01-01"), left, new Measure.ConsentNeeded()),
        row("other", "US-NY", Term.ALWAYS, state, new Measure.ConsentNeeded()));

    // when, then
    assertThat(found(book, NEW_YORK.line(LineType.UNKNOWN)).stream().map(Finding::observed)).containsExactly(
        "no permission that holds (US)",
        "rule kept is about lines of some kinds, and the digits do not tell; it is kept to",
        "rule left is about lines of some kinds, and the digits do not tell; it is left out");
    assertThat(codes(book, NEW_YORK.line(LineType.FIXED))).isEmpty();
    assertThat(codes(book, NEW_YORK.line(LineType.WIRELESS))).containsExactly("NO_CONSENT", "NO_CONSENT");
  }

  @Test
  void shouldTakeBackWhatPeopleAndOperatorsBarAndNothingElse() {
    // given
    LawBook book = SmallBooks.of(hours(1, 2), new Measure.FreshRegistry("none", Period.ofDays(1)),
        new Measure.Revocation(true), new Measure.Emergency());
    var block = new EmergencyBlock("b", "US-NY", NOON, null, "storm");
    Calls call = NEW_YORK.listed(added("internal").event()).agreed(given(Kind.REVOCATION, NOON.minusSeconds(1)))
        .under(List.of(), block);

    // when
    var again = LawPolicy.of(book, HOUR).reexamine(call.at(NOON));

    // then
    assertThat(again).extracting(one -> one.code().name()).containsExactly("CUSTOMER_REQUEST", "CONSENT_REVOKED",
        "STATE_OF_EMERGENCY");
    assertThat(again).extracting(Finding::until).containsOnlyNulls();
  }

  @Test
  void shouldCiteAnEmergencysRowAndElseTheOperatorsOrder() {
    // given
    var everyCall = new Measure.Emergency();
    Calls blocked = NEW_YORK.under(List.of(), new EmergencyBlock("b", "US-NY", NOON, null, "storm"));
    var claims = new Scope(Set.of("claims"), Set.of(), WhenLineUnknown.APPLIES, Set.of(), Set.of());

    // when, then
    assertThat(found(SmallBooks.of(everyCall), blocked)).singleElement().extracting(Finding::citation)
        .isEqualTo("law r0");
    assertThat(found(SmallBooks.of(hours(0, 24)), blocked)).singleElement().extracting(Finding::citation)
        .isEqualTo("operator's order");
    assertThat(found(SmallBooks.of(Trust.ADDS, row("claims", "US", Term.ALWAYS, claims, everyCall)), blocked))
        .isEmpty();
    assertThat(found(SmallBooks.of(Trust.ADDS, row("there", "US-LA", Term.ALWAYS, Scope.ALL, everyCall)), blocked))
        .hasSize(1);
    Calls country = NEW_YORK.under(List.of(), new EmergencyBlock("b", "US", NOON, null, "storm"));
    assertThat(found(SmallBooks.of(everyCall), country)).hasSize(1);
  }

  @Test
  void shouldCiteTheStatesRowForItsList() {
    // given
    LawBook book = SmallBooks.of(Trust.ADDS,
        row("country", "US", Term.ALWAYS, Scope.ALL, new Measure.Listed(Reason.STATE_DNC)),
        row("state", "US-NY", Term.ALWAYS, Scope.ALL, new Measure.Listed(Reason.STATE_DNC)),
        row("national", "US", Term.ALWAYS, Scope.ALL, new Measure.Listed(Reason.NATIONAL_DNC)));

    // when, then
    assertThat(found(book, NEW_YORK.listed(added("ny").because(Reason.STATE_DNC).event()))).singleElement()
        .extracting(Finding::citation).isEqualTo("law state");
    assertThat(found(book, NEW_YORK.listed(added("internal").event()))).singleElement().extracting(Finding::citation)
        .isEqualTo("47 CFR 64.1200(d)(3), (d)(6)");
  }

  @Test
  void shouldSayWhichLawItDoesNotKnow() {
    // when, then
    assertThat(found(SmallBooks.of(hours(0, 24)), Calls.to("FR", "Europe/Paris"))).singleElement()
        .extracting(Finding::observed).isEqualTo("the policy has no rules for FR");
    Case nowhere = NEW_YORK.at(NOON);
    var unknown = new Case(nowhere.request(), nowhere.reading(), Whereabouts.UNKNOWN, List.of(), List.of(),
        Case.History.NONE, nowhere.circumstances(), null, NOON);
    assertThat(LawPolicy.of(SmallBooks.of(hours(0, 24)), HOUR).examine(unknown)).singleElement()
        .extracting(Finding::observed).isEqualTo("the number belongs to no country whose law is known");
  }

  @Test
  void shouldTrustAContactOnlyWhereTheBookDoes() {
    // given
    Case call = NEW_YORK.at(NOON);
    var where = new Whereabouts("US", new Candidates(List.of("US-NY"), List.of(ZoneId.of("America/New_York"))),
        new Candidates(List.of("US-HI"), List.of(ZoneId.of("Pacific/Honolulu"))), LineType.FIXED, "test");
    var told = new Case(call.request(), call.reading(), where, List.of(), List.of(), Case.History.NONE,
        call.circumstances(), null, NOON);
    Provision evening = row("evening", "US", Term.ALWAYS, Scope.ALL, hours(8, 21));
    Provision morning = row("morning", "US", Term.ALWAYS, Scope.ALL, hours(6, 11));

    // when, then: 12:00 in New York, 07:00 in Honolulu
    assertThat(LawPolicy.of(SmallBooks.of(Trust.ADDS, evening), HOUR).examine(told)).hasSize(1);
    assertThat(LawPolicy.of(SmallBooks.of(Trust.ADDS, morning), HOUR).examine(told)).hasSize(1);
    assertThat(LawPolicy.of(SmallBooks.of(Trust.REPLACES, evening), HOUR).examine(told)).hasSize(1);
    assertThat(LawPolicy.of(SmallBooks.of(Trust.REPLACES, morning), HOUR).examine(told)).isEmpty();
  }

  @Test
  void shouldExplainEveryRowAndLeaveListsAndRegistriesOut() {
    // given
    LawBook book = SmallBooks.of(hours(1, 2), hours(8, 21), new Measure.FreshRegistry("none", Period.ofDays(1)),
        new Measure.Listed(Reason.NATIONAL_DNC), new Measure.Emergency(),
        new Measure.Exemption(Kind.PERMISSION, null, Set.of(Reason.NATIONAL_DNC)));

    // when
    Explanation why = Explanation.dry(book, NEW_YORK.at(NOON));

    // then
    assertThat(why.localTimes()).containsExactly("12:00 in America/New_York");
    assertThat(why.provisions()).extracting(one -> one.provision().id()).containsExactly("r0", "r1", "r2", "r3", "r4",
        "r5");
    assertThat(why.provisions()).extracting(one -> one.findings().size()).containsExactly(1, 0, 0, 0, 0, 0);
    assertThat(why.provisions()).extracting(Explanation.Explained::looked).containsExactly(true, true, false, false,
        false, false);
    assertThat(LawPolicy.dry(book).examine(NEW_YORK.at(NOON))).extracting(one -> one.code().name())
        .containsExactly("OUTSIDE_CALLING_HOURS");
  }

  @Test
  void shouldTellHowOldACopyIs() {
    // when, then
    assertThat(found(SmallBooks.of(new Measure.FreshRegistry("x", Period.ofDays(2))), NEW_YORK.under(List.of())))
        .singleElement().satisfies(one -> {
          assertThat(one.observed()).isEqualTo("there is no copy of x, and may be P2D old (US)");
          assertThat(one.listId()).isEqualTo("x");
        });
  }

  @Test
  void shouldSuppressEverythingWithoutAPolicy() {
    // when, then
    assertThat(MissingPolicy.of("sha256:x", "it is gone").examine(NEW_YORK.at(NOON))).singleElement()
        .satisfies(one -> {
          assertThat(one.code().name()).isEqualTo("POLICY_MISSING");
          assertThat(one.observed()).isEqualTo("it is gone");
        });
  }

  private static @Nullable Instant until(Measure exemption, Calls call) {
    return found(SmallBooks.of(exemption), call).getFirst().until();
  }

  private static List<String> codes(LawBook book, Calls call) {
    return found(book, call).stream().map(one -> one.code().name()).toList();
  }

  private static List<Finding> found(LawBook book, Calls call) {
    return LawPolicy.of(book, HOUR).examine(call.at(NOON));
  }
}
