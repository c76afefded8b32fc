package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.place.LineType;
import io.dialgate.domain.policy.law.HolidayCalendar;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.LawBook.Trust;
import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Provision;
import io.dialgate.domain.policy.law.Provision.Citation;
import io.dialgate.domain.policy.law.Provision.Confidence;
import io.dialgate.domain.policy.law.Provision.Term;
import io.dialgate.domain.policy.law.Scope;
import io.dialgate.domain.policy.law.Scope.WhenLineUnknown;

class PolicyReaderTest {

  private final PolicyReader reader = new PolicyReader();

  @Test
  void shouldReadAllThatADocumentSays() throws BrokenDocument {
    // given
    String document = Documents.with("""
        id: TX-1, region: US-TX, call-types: [sales], lines: [wireless, toll-free], when-line-unknown: noted,
             dial-modes: [automatic], channels: [text], from: 2025-09-01, to: 2030-12-31, consent-needed: true,
             cite: "Code 1; Code 2", source: a chart, confidence: low, note: nobody reads me""");

    // when
    LawBook book = reader.read(document, "small.yaml");

    // then
    assertThat(book.name()).isEqualTo("small");
    assertThat(book.trust()).isEqualTo(Trust.ADDS);
    assertThat(book.callTypes()).containsExactlyInAnyOrder("sales", "claims", "polls");
    assertThat(book.dialModes()).containsExactlyInAnyOrder("predictive", "manual");
    assertThat(book.channels()).containsExactlyInAnyOrder("voice", "text");
    assertThat(book.calendars()).isEqualTo(Map.of("here", new HolidayCalendar("here", LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 12, 31), Map.of(LocalDate.of(2026, 12, 25), "Christmas Day"))));
    assertThat(book.provisions()).containsExactly(new Provision("TX-1", "US-TX",
        new Scope(Set.of("sales", "claims"), Set.of(LineType.WIRELESS, LineType.TOLL_FREE), WhenLineUnknown.NOTED,
            Set.of("predictive"), Set.of("text")),
        new Term(LocalDate.of(2025, 9, 1), LocalDate.of(2030, 12, 31)),
        new Citation("Code 1; Code 2", "a chart", Confidence.LOW), new Measure.ConsentNeeded()));
  }

  @Test
  void shouldReadARuleAboutEveryCallWhereNothingIsSaid() throws BrokenDocument {
    // when
    LawBook book = reader.read(Documents.asking("consent-needed: true"), "small.yaml");

    // then
    assertThat(book.provisions()).singleElement().satisfies(it -> {
      assertThat(it.scope()).isEqualTo(Scope.ALL);
      assertThat(it.term()).isEqualTo(Term.ALWAYS);
    });
  }

  @Test
  void shouldKeepTheOrderOfRulesAndTakeUkForGb() throws BrokenDocument {
    // given
    String uk = Documents.rule("b", "emergency-blocks: true").replace("region: US", "region: UK");
    String document = Documents.with(Documents.rule("c", "consent-needed: true"), uk,
        Documents.rule("a", "consent-needed: true"));

    // when
    LawBook book = reader.read(document, "small.yaml");

    // then
    assertThat(book.provisions()).extracting(Provision::id).containsExactly("c", "b", "a");
    assertThat(book.provisions()).extracting(Provision::region).containsExactly("US", "GB", "US");
  }

  @Test
  void shouldNameADocumentByItsExactBytes() throws BrokenDocument {
    // given
    String document = Documents.asking("consent-needed: true");

    // when
    LawBook book = reader.read(document, "small.yaml");
    LawBook commented = reader.read(document + "# ü\n", "small.yaml");

    // then
    assertThat(book.hash()).matches("sha256:[0-9a-f]{64}")
        .isEqualTo(PolicyReader.hash(document.getBytes(StandardCharsets.UTF_8)));
    assertThat(commented.hash()).isNotEqualTo(book.hash());
    assertThat(commented.provisions()).isEqualTo(book.provisions());
    assertThat(PolicyReader.hash("abc".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void shouldTellAllFaultsAtOnceByLine() {
    // given
    String document = Documents.with(Documents.rule("one", "listed: NOBODY"), Documents.rule("two", "cap: 3"),
        Documents.rule("three", "no-holidays: elsewhere"), Documents.rule("four", "consent-needed: true"),
        Documents.rule("four", "consent-needed: true"));

    // when / then
    assertThatThrownBy(() -> reader.read(document, "small.yaml")).isInstanceOfSatisfying(BrokenDocument.class,
        broken -> {
          assertThat(broken.faults()).extracting(Fault::line).containsExactly(16, 17, 18, 20);
          assertThat(broken.faults()).extracting(Fault::rule).containsExactly("one", "two", "three", "four");
          assertThat(String.valueOf(broken.getMessage()).lines()).hasSize(4)
              .allSatisfy(it -> assertThat(it).matches("small\\.yaml:\\d+: rule \\w+: expected .+, but got .+; .+"));
        });
  }

  @Test
  void shouldBoundTheNumberOfFaults() {
    // given
    var rules = new String[Faults.MAX_FAULTS + 50];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = Documents.rule("r" + i, "listed: NOBODY");
    }

    // when / then
    assertThatThrownBy(() -> reader.read(Documents.with(rules), "small.yaml"))
        .isInstanceOfSatisfying(BrokenDocument.class,
            broken -> assertThat(broken.faults()).hasSize(Faults.MAX_FAULTS));
  }
}
