package io.dialgate.domain.policy;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Said;

class ListedNumbersTest {

  @ParameterizedTest
  @EnumSource
  void shouldNameTheReasonOfAnEntry(Reason reason) {
    // when
    List<Finding> found = examined(request("r").facing(added("a").because(reason).event()));

    // then
    assertThat(found).singleElement().satisfies(finding -> {
      assertThat(finding.code().name()).isEqualTo(reason.name());
      assertThat(finding.blocks()).isTrue();
      assertThat(finding.listId()).isEqualTo("internal");
      assertThat(finding.citation()).isNotBlank();
      assertThat(finding.until()).isNull();
      assertThat(finding.observed()).isEqualTo("on list internal since 2026-03-02T12:00:00Z, by form, scope all");
    });
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        Arguments.of(request("r"), added("a").scope("brand:acme"), false),
        Arguments.of(request("r").brand("acme"), added("a").scope("brand:acme"), true),
        Arguments.of(request("r").brand("other"), added("a").scope("brand:acme"), false),
        Arguments.of(request("r"), added("a").scope("campaign:spring"), true),
        Arguments.of(request("r").campaign("summer"), added("a").scope("campaign:spring"), false),
        Arguments.of(request("r"), added("a").scope("campaign:summer").because(Reason.LITIGATION_HOLD), true),
        Arguments.of(request("r"), added("a").scope("brand:acme").because(Reason.LITIGATION_HOLD), true),
        Arguments.of(request("r"), removed("a"), false),
        Arguments.of(request("r"), removed("a").because(Reason.LITIGATION_HOLD), false),
        Arguments.of(request("r"), added("a").until(NOON), false),
        Arguments.of(request("r"), added("a").until(NOON.plusNanos(1_000)), true));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void shouldFindWhatBindsTheCall(Asks asks, Said entry, boolean found) {
    // when / then
    assertThat(examined(asks.facing(entry.event()))).hasSize(found ? 1 : 0);
  }

  @Test
  void shouldTellAllEntriesAndNotTheFirst() {
    // when
    List<Finding> found = examined(request("r").facing(added("a").event(),
        added("b").on("us-ftc").because(Reason.NATIONAL_DNC).event(), added("c").scope("brand:other").event(),
        added("d").on("litigation").because(Reason.LITIGATION_HOLD).event()));

    // then
    assertThat(found).extracting(Finding::code).containsExactly(FindingCode.CUSTOMER_REQUEST, FindingCode.NATIONAL_DNC,
        FindingCode.LITIGATION_HOLD);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCallPrefixABlockAndTellBesideItWhatWeighsMore(Reason reason) {
    // given
    Said block = added("a").because(reason).match(new Match.Prefix("+1202"));

    // when
    List<Finding> found = examined(request("r").facing(block.event()));

    // then
    assertThat(found.getFirst().code()).isEqualTo(FindingCode.PREFIX_BLOCK);
    assertThat(found.getFirst().observed()).isEqualTo("numbers that begin with +1202 are blocked");
    assertThat(found).hasSize(reason == Reason.LITIGATION_HOLD || reason == Reason.KNOWN_LITIGATOR ? 2 : 1);
  }

  @Test
  void shouldSayThatTheEntryStandsUnderItsHashAndUntilWhen() {
    // given
    Said entry = added("a").match(new Match.Hash(NumberHash.of(NUMBER))).until(NOON.plusSeconds(60));

    // when
    Finding found = examined(request("r").facing(entry.event())).getFirst();

    // then
    assertThat(found.code()).isEqualTo(FindingCode.CUSTOMER_REQUEST);
    assertThat(found.observed()).isEqualTo(
        "on list internal since 2026-03-02T12:00:00Z under its hash, by form, scope all, until 2026-03-02T12:01:00Z");
    assertThat(found.until()).isEqualTo(NOON.plusSeconds(60));
  }

  private static List<Finding> examined(Case call) {
    var found = new ArrayList<Finding>();
    new ListedNumbers().examine(call, found::add);
    return found;
  }
}
