package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of fault, where it is told and in which words. */
class FaultSentencesTest {

  private static final PolicyReader READER = new PolicyReader();

  static Stream<Arguments> faultyMeasures() {
    return Stream.of(
        arguments("note: no measure",
            "expected one of hours, no-holidays, cap, fresh-registry, consent-needed, exempts, "
                + "revocation, protected, emergency-blocks, listed, but got none; say what the rule asks for"),
        arguments("consent-needed: true, listed: STATE_DNC",
            "but got consent-needed and listed; make a rule of each"),
        arguments("consent-needed: false", "expected true, but got false; correct it, for example true"),
        arguments("consent-needed: true, colour: red", "but got the field colour; correct its name or leave it out"),
        arguments("consent-needed: true, from: 2026-02-30",
            "expected a day of the calendar, but got \"2026-02-30\"; correct the date"),
        arguments("consent-needed: true, from: soon",
            "expected a date as year-month-day, but got \"soon\"; correct it, for example 2026-12-25"),
        arguments("consent-needed: true, from: 2026-02-02, to: 2026-02-01",
            "expected a first day up to 2026-02-01, but got 2026-02-02; correct from or to"),
        arguments("consent-needed: true, call-types: [bingo]",
            "expected one of claims, polls, sales, but got \"bingo\"; correct it, or add it to the document's own list"),
        arguments("consent-needed: true, call-types: []",
            "expected a list of at least one word, each once, but got []; correct it, for example [solicitation]"),
        arguments("consent-needed: true, dial-modes: [smoke]",
            "expected one of automatic, manual, predictive, but got"),
        arguments("consent-needed: true, channels: [fax]", "expected one of text, voice, but got \"fax\""),
        arguments("consent-needed: true, lines: [wireless]",
            "expected the field when-line-unknown, but got none; add it, for example applies"),
        arguments("consent-needed: true, lines: [copper], when-line-unknown: noted",
            "expected a kind of line: fixed, wireless, toll-free, premium or other, but got \"copper\""),
        arguments("hours: {mon-sat: 08:00-20:00}",
            "expected hours for every day of the week, but got none for sun; write closed where no call may be made"),
        arguments("hours: {daily: 08:00-20:00, sun: closed}",
            "expected each day of the week once, but got sun a second time; take it out of one of the two"),
        arguments("hours: {daily: 20:00-08:00}",
            "expected a span that begins before it ends, on one day, but got 20:00-08:00; turn it round, or split it at"),
        arguments("hours: {daily: 08:00-24:30}", "expected times from 00:00 to 24:00, but got 08:00-24:30"),
        arguments("hours: {daily: 13:00-17:00 and 09:00-12:00}",
            "expected spans in order and apart from each other, but got 13:00-17:00 and 09:00-12:00; sort them"),
        arguments("hours: {daily: 8am to 8pm}",
            "expected closed, or spans of the day as HH:MM-HH:MM joined by \"and\", but got \"8am to 8pm\"; correct it, "
                + "for example 08:00-20:00"),
        arguments("hours: {daily: 08:00-20:00, holidays: closed}",
            "expected the field calendar, but got none; add it, for example us-al"),
        arguments("hours: {daily: 08:00-20:00, holidays: closed, calendar: there}",
            "expected one of the document's calendars, but got \"there\"; correct it, or add the calendar"),
        arguments("hours: {sat-mon: closed, daily: closed}", "expected a range of days in the order of the week"),
        arguments("hours: {daily: 08:00-20:00, also-in: [Mars/Olympus]}",
            "expected an IANA time zone such as America/Chicago, but got \"Mars/Olympus\"; correct its name"),
        arguments("no-holidays: there", "expected one of the document's calendars, but got \"there\""),
        arguments("cap: {max: 65, in: 24 hours, per: number}",
            "expected a whole number of attempts, 1 to 64, but got 65; correct it, for example 3"),
        arguments("cap: {max: 0, in: 24 hours, per: number}",
            "expected a whole number of attempts, 1 to 64, but got 0"),
        arguments("cap: {max: 3, in: 32 days, per: number}",
            "expected a window of at most 31 days, but got 32 days; shorten it: older attempts are not remembered"),
        arguments("cap: {max: 3, in: a day, per: number}",
            "expected a number of hours or days, at most 31 days, but got"),
        arguments("cap: {max: 3, per: number}",
            "expected the field in, but got none; add it, for example 24 hours"),
        arguments("fresh-registry: {registry: us-ftc, max-age: 1 moon}",
            "expected a number of days, 1 to 366, but got"),
        arguments("exempts: {by: friendship, lasts: never, from: [STATE_DNC]}",
            "expected permission, ebr-purchase or ebr-inquiry, but got \"friendship\""),
        arguments("exempts: {by: permission, lasts: until-revoked, from: [CUSTOMER_REQUEST]}",
            "expected NATIONAL_DNC or STATE_DNC: nothing exempts from a person's own request or from a hold, but got"),
        arguments("revocation: some",
            "expected every-brand or same-brand: how far a revocation reaches, but got \"some\""),
        arguments("protected: '+1['", "expected a regular expression, but got \"+1[\""),
        arguments("listed: NOBODY", "but got \"NOBODY\"; correct it, for example NATIONAL_DNC"),
        arguments("consent-needed: &a true", "expected plain values, but got an anchor or alias; write the value out"),
        arguments("consent-needed: !!bool true", "expected plain values, but got the tag"),
        arguments("listed: STATE_DNC, listed: STATE_DNC",
            "expected each key once, but got listed a second time; leave one of the two"));
  }

  @ParameterizedTest
  @MethodSource("faultyMeasures")
  void shouldTellAFaultOfARuleWithItsLineAndWhatToDo(String measure, String words) {
    // given
    String document = Documents.with(Documents.rule("good", "consent-needed: true"), Documents.rule("bad", measure));

    // when
    Fault fault = onlyFault(document);

    // then
    assertThat(fault.file()).isEqualTo("small.yaml");
    assertThat(fault.line()).isEqualTo(Documents.FIRST_RULE + 1);
    assertThat(fault.what()).contains(words).matches("expected .+, but got .+; .+");
    assertThat(fault.rule()).isIn("bad", null);
    assertThat(fault.rule() == null).as("told before rules are known").isEqualTo(isYaml(words));
  }

  private static boolean isYaml(String words) {
    return words.contains("plain values") || words.contains("each key once");
  }

  static Stream<Arguments> faultyDocuments() {
    String good = Documents.asking("consent-needed: true");
    return Stream.of(
        arguments(good.replace("region: US", "region: XX"), 16, "expected a country of ISO 3166-1"),
        arguments(good.replace("region: US", "region: US-ZZ"), 16, "expected a state or province of US, CA or AU"),
        arguments(good.replace("region: US", "region: GB-ENG"), 16, "expected a state or province of US, CA or AU"),
        arguments(good.replace("region: US", "region: Texas"), 16, "expected a country, or a state or province of one"),
        arguments(good.replace("region: US, ", ""), 16,
            "expected the field region, but got none; add it, for example US-FL"),
        arguments(good.replace("id: r", "id: 7"), 16,
            "expected an id of letters, digits and hyphens, at most 60, but got 7"),
        arguments(good.replace("format: 1", "format: 2"), 1,
            "expected the version of the document's format, 1, but got 2"),
        arguments(good.replace("policy: small", "policy:"), 2, "expected the policy's name: lower-case letters"),
        arguments(good.replace("adds", "guesses"), 3, "expected adds or replaces: "),
        arguments(good.replace("kind-of: sales", "kind-of: trade"), 6, "expected one of claims, polls, sales, but got"),
        arguments(good.replace("kind-of: sales", "kind-of: claims"), 6, "expected a word that is no kind of itself"),
        arguments(good.replace("kind-of: automatic, ", ""), 9, "expected a group that some word is a kind of, but got"),
        arguments(good.replace("to: 2026-12-31", "to: 2025-12-31"), 14,
            "expected a first day up to 2025-12-31, but got"),
        arguments(good.replace("2026-12-25:", "2027-12-25:"), 14,
            "expected a day from 2026-01-01 to 2026-12-31, which"),
        arguments(good.replace("2026-12-25:", "2026-11-31:"), 14,
            "expected a day of the calendar, but got \"2026-11-31\""),
        arguments(good.replace("source: test, days", "days"), 14, "expected the field source, but got none; add it"),
        arguments(good.substring(0, good.indexOf("  - {")), 15, "expected a list of 1 to 5000 rules, but got nothing"),
        arguments(good + "not-evaluated: [{id: r, region: US, what: x, why: y, where: z}]\n", 17,
            "expected an id that is used once, but got r, which line 16 has too"),
        arguments(good + "--- \nformat: 1\n", 18, "expected one document in a file, but got another one after ---"),
        arguments(good + "extra: 1\n", 17, "but got the field extra; correct its name or leave it out"),
        arguments(good + "? [a, b]\n: c\n", 17, "expected a word as the key, but got a list, a mapping or an alias"),
        arguments(good + "extra: \"\n", 18, "expected YAML 1.2, but got "),
        arguments("extra: " + "[".repeat(500_000), 1,
            "expected parts within parts at most 12 deep, but got deeper ones"),
        arguments("a: &a [1, 2]\nb: [*a, *a, *a]\n", 1, "expected plain values, but got an anchor or alias"),
        arguments("", 1, "expected one policy document with the fields format, policy, "),
        arguments("#".repeat(PolicyReader.MAX_BYTES + 1), 1,
            "expected a document of at most 1048576 bytes, but got 1048577 bytes; shorten it"));
  }

  @ParameterizedTest
  @MethodSource("faultyDocuments")
  void shouldTellAFaultOfADocumentWithItsLineAndWhatToDo(String document, int line, String words) {
    // when / then
    assertThatThrownBy(() -> READER.read(document, "small.yaml")).isInstanceOfSatisfying(BrokenDocument.class,
        broken -> assertThat(broken.faults().getFirst()).satisfies(fault -> {
          assertThat(fault.what()).contains(words).matches("expected .+, but got .+; .+");
          assertThat(fault.line()).isEqualTo(line);
        }));
  }

  @Test
  void shouldRefuseWhatIsNotUtf8() {
    // given
    byte[] latin = Documents.asking("consent-needed: true, note: ü").getBytes(StandardCharsets.ISO_8859_1);

    // when / then
    assertThatThrownBy(() -> READER.read(latin, "small.yaml")).isInstanceOf(BrokenDocument.class)
        .hasMessage("small.yaml:1: expected UTF-8 text, but got bytes that are none; save the file as UTF-8");
  }

  private static Fault onlyFault(String document) {
    try {
      READER.read(document, "small.yaml");
    } catch (BrokenDocument e) {
      assertThat(e.faults()).as(e.getMessage()).hasSize(1);
      return e.faults().getFirst();
    }
    throw new AssertionError("expected a fault, but the document was taken");
  }
}
