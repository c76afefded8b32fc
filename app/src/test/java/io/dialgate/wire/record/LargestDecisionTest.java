package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.gate.Attempts;
import io.dialgate.domain.gate.Attempts.Made;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.gate.Fact;
import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.gate.NumberState;
import io.dialgate.domain.gate.Surroundings;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.Rule;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.registry.InMemoryRegistry;

/** What the bounds are for: a decision that has all of everything, each as long as may be, still fits an audit entry. */
class LargestDecisionTest {

  /** The largest fact that the audit copies, key and value. */
  private static final int MAX_EVENT_BYTES = 64_000;
  private static final int MAX_KEY_BYTES = 3 * 16;
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofHours(24));

  /** What a task may tell at once of registries and of blocks. */
  private static final int MAX_TOLD = 16;

  /** A policy document with hundreds of rows that are all not kept to. */
  private static final Rule WORDY = (call, found) -> IntStream.range(0, 500).forEach(i -> found.accept(
      Finding.of(FindingCode.OUTSIDE_CALLING_HOURS, "c".repeat(200), "o".repeat(400))));

  @Test
  void shouldFitAnAuditEntryAtAllBoundsTogether() {
    // given
    var gate = new Gate(everywhere(), LIMITS, Duration.ofHours(24));
    var state = new NumberState(new NumberEntries(many(NumberEntries.MAX_ENTRIES, LargestDecisionTest::entry)),
        new NumberConsents(many(NumberConsents.MAX_CONSENTS, LargestDecisionTest::consent)),
        new DialHistory(List.of(), new Attempts(many(Case.History.MAX_ATTEMPTS, LargestDecisionTest::made))));

    // when
    var step = gate.on(DialRequests.request(longest()), new Reading.Valid(NUMBER),
        new Case.Rekeyed("t".repeat(249), 9_999, Long.MAX_VALUE), state, crowded(), NOON);
    Decision decision = step.facts().stream().filter(Fact.Decided.class::isInstance).map(Fact.Decided.class::cast)
        .findFirst().orElseThrow().decision();
    byte[] bytes = new AvroCodec<>(DialDecision.class, new InMemoryRegistry(), "test-value")
        .encode(DialDecisions.toRecord(decision, LIMITS));

    // then
    assertThat(bytes.length + MAX_KEY_BYTES).as("bytes of the largest decision").isLessThan(MAX_EVENT_BYTES);
    assertThat(decision.facts().consents()).hasSize(NumberConsents.MAX_CONSENTS);
    assertThat(decision.facts().history().attempts()).hasSize(Case.History.MAX_ATTEMPTS);
    assertThat(decision.facts().entries()).hasSizeGreaterThan(20);
    assertThat(decision.findings()).hasSizeGreaterThan(20);
  }

  @Test
  void shouldTellAllEntriesOfUsualLength() {
    // given
    var gate = new Gate(Atlas.NONE, LIMITS, Duration.ofHours(24));
    var entries = many(NumberEntries.MAX_ENTRIES, i -> added("e" + i).on("list-" + i).event());
    var state = new NumberState(new NumberEntries(entries), NumberConsents.NONE, DialHistory.NONE);

    // when
    var step = gate.on(DialRequests.request(Records.request()), new Reading.Valid(NUMBER), null, state, quiet(), NOON);

    // then
    assertThat(step.facts()).first().isInstanceOfSatisfying(Fact.Decided.class, fact -> {
      assertThat(fact.decision().facts().entries()).hasSize(NumberEntries.MAX_ENTRIES);
      assertThat(fact.decision().findings()).filteredOn(one -> one.listId() != null)
          .hasSize(NumberEntries.MAX_ENTRIES);
    });
  }

  private static Surroundings crowded() {
    var policy = new Policy("sha256:" + "f".repeat(64),
        Stream.concat(ListsOnlyPolicy.of(LIMITS.requestMaxAge()).rules().stream(), Stream.of(WORDY)).toList());
    var circumstances = new Circumstances(
        many(MAX_TOLD, i -> new RegistryCopy("r".repeat(64), "850", NOON)),
        many(MAX_TOLD, i -> new EmergencyBlock("b".repeat(128), "US-LA", NOON, NOON, "w".repeat(64))));
    return around(policy, many(100, LargestDecisionTest::wide), circumstances);
  }

  private static Surroundings quiet() {
    return around(ListsOnlyPolicy.of(LIMITS.requestMaxAge()), List.of(), Circumstances.NONE);
  }

  private static Surroundings around(Policy policy, List<ListEvent> covering, Circumstances circumstances) {
    return new Surroundings() {

      @Override
      public Policy policy() {
        return policy;
      }

      @Override
      public List<ListEvent> covering(PhoneNumber number, Instant at) {
        return covering;
      }

      @Override
      public Circumstances circumstances(PhoneNumber number, Whereabouts where, Instant at) {
        return circumstances;
      }
    };
  }

  /** As a toll-free number has it: all zones of a continent, and all states told. */
  private static Atlas everywhere() {
    List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream().filter(id -> id.startsWith("America/")).sorted()
        .limit(60).map(ZoneId::of).toList();
    var places = new Candidates(many(60, i -> "US-%02d".formatted(i)), zones);
    return (number, told) -> new Whereabouts("US", places, places, LineType.TOLL_FREE, "s".repeat(64));
  }

  private static <T> List<T> many(int count, IntFunction<T> one) {
    return IntStream.range(0, count).mapToObj(one).toList();
  }

  private static Consent consent(int i) {
    return new Consent("%0128d".formatted(i), Consent.Kind.PERMISSION, "b".repeat(64), NOON, NOON, "e".repeat(128));
  }

  private static Made made(int i) {
    return new Made(i, new Attempt(NOON, Long.MIN_VALUE, "t".repeat(32), "m".repeat(32), "c".repeat(32)));
  }

  private static ListEvent entry(int i) {
    return longest(i, new Match.Exact(), Reason.CUSTOMER_REQUEST);
  }

  private static ListEvent wide(int i) {
    return longest(i, new Match.Prefix("+12025550101"), Reason.LITIGATION_HOLD);
  }

  private static ListEvent longest(int i, Match match, Reason reason) {
    ListEvent event = added("e" + i).on("%064d".formatted(i)).match(match).because(reason)
        .scope("campaign:" + "c".repeat(128)).until(NOON.plusSeconds(999_999)).event();
    return new ListEvent(event.entry(), event.change(), event.occurredAt(), event.expiresAt(),
        new Provenance("s".repeat(64), "a".repeat(64), "c".repeat(64)), event.idMark());
  }

  private static io.dialgate.schemas.DialRequest longest() {
    var record = Records.request();
    for (var field : record.getSchema().getFields()) {
      if (record.get(field.pos()) instanceof String) {
        record.put(field.pos(), "x".repeat(64));
      }
    }
    record.setRequestId("r".repeat(128));
    record.setCampaignId("c".repeat(128));
    record.setPhone("p".repeat(128));
    List.of("callType", "dialMode", "channel").forEach(word -> record.put(word, "w".repeat(32)));
    return record;
  }
}
