package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Provision;

/** That the standard policy has all of the seed data: every row of it decides, or is left out with a reason. */
class SeedCoverageTest {

  private static final LawBook BOOK = StandardPolicy.read(new PolicyReader());

  /** These concern what no decision about a dial can know or do. */
  private static final Set<String> LEFT_OUT_WHOLE = Set.of("US-04", "US-08", "US-12", "US-13", "US-14", "US-15",
      "US-16",
      "US-20", "GA", "SC", "WV", "CA-05", "UK-04", "UK-05", "AU-04");

  static Stream<SeedRow> seedRows() {
    return SeedRow.all().stream();
  }

  @Test
  void shouldHaveAllOfTheSeed() {
    // when / then
    assertThat(SeedRow.all()).hasSize(76).extracting(SeedRow::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seedRows")
  void shouldHaveEverySeedRowEvaluatedOrLeftOut(SeedRow seed) throws BrokenDocument {
    // when
    List<String> evaluated = of(seed, BOOK.provisions().stream().map(Provision::id));
    List<String> leftOut = of(seed, leftOut().stream());

    // then
    if (LEFT_OUT_WHOLE.contains(seed.id())) {
      assertThat(evaluated).isEmpty();
      assertThat(leftOut).isNotEmpty();
    } else {
      assertThat(evaluated).isNotEmpty();
    }
  }

  @Test
  void shouldClaimNoHigherConfidenceThanTheSeed() {
    // when
    var rows = BOOK.provisions().stream().filter(it -> !(it.measure() instanceof Measure.Emergency)).toList();

    // then
    assertThat(rows).allSatisfy(it -> assertThat(it.citation().confidence()).as(it.id())
        .isGreaterThanOrEqualTo(SeedRow.of(it.id()).orElseThrow().sureness()));
  }

  @Test
  void shouldKeepEachRowInTheRegionOfItsSeed() {
    // given
    Predicate<Provision> ofAState = it -> SeedRow.of(it.id()).filter(seed -> seed.id().length() == 2).isPresent();

    // when / then
    assertThat(BOOK.provisions()).filteredOn(ofAState).hasSizeGreaterThan(50)
        .filteredOn(it -> !it.id().equals("UK-emergency") && !it.id().equals("AU-emergency"))
        .allSatisfy(it -> assertThat(it.region()).as(it.id()).isEqualTo("US-" + it.id().substring(0, 2)));
  }

  @Test
  void shouldHaveEveryStateThatTheSeedGathersInARow() {
    // when
    Set<String> withAList = states(it -> it.measure() instanceof Measure.Listed(Reason reason)
        && reason == Reason.STATE_DNC);
    Set<String> withAWirelessBar = states(it -> !it.scope().lines().isEmpty());
    Set<String> withAHolidayBan = states(SeedCoverageTest::bansHolidays);

    // then
    assertThat(withAList).isEqualTo(gathered("US-LISTS"));
    assertThat(withAWirelessBar).isEqualTo(gathered("US-WLS"));
    assertThat(withAHolidayBan).isEqualTo(gathered("US-HOL"));
  }

  private static boolean bansHolidays(Provision rule) {
    return switch (rule.measure()) {
      case Measure.NoHolidays _ -> true;
      case Measure.Hours hours -> hours.calendar() != null && hours.holidayHours().isEmpty();
      default -> false;
    };
  }

  private static List<String> of(SeedRow seed, Stream<String> ids) {
    return ids.filter(id -> SeedRow.of(id).filter(seed::equals).isPresent()).toList();
  }

  private static Set<String> leftOut() throws BrokenDocument {
    var ids = new TreeSet<String>();
    var text = new String(StandardPolicy.document(), StandardCharsets.UTF_8);
    YamlTree.read(text, new Faults("standard")).path("not-evaluated").forEach(it -> ids.add(it.path("id").asText()));
    return ids;
  }

  private static Set<String> states(Predicate<Provision> which) {
    return BOOK.provisions().stream().filter(it -> it.region().startsWith("US-")).filter(which)
        .map(it -> it.region().substring(3)).collect(Collectors.toSet());
  }

  private static Set<String> gathered(String seedId) {
    return Set.of(SeedRow.of(seedId).orElseThrow().value().split(" ", -1));
  }
}
