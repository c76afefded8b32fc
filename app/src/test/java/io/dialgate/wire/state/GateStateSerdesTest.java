package io.dialgate.wire.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.Answered.Allowance;
import io.dialgate.domain.gate.Attempts;
import io.dialgate.domain.gate.Attempts.Made;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;

class GateStateSerdesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");

  @Test
  void shouldGiveBackEntriesOfEveryKind() {
    // given
    var serde = GateStateSerdes.entries();
    List<ListEvent> events = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      events.add(event("list-" + reason, reason, new Scope.All(), new Match.Exact(), Change.ADDED, null));
      events.add(event("brand-" + reason, reason, new Scope.Brand("acme"), new Match.Prefix("+1900"), Change.REMOVED,
          NOW.plusSeconds(60)));
      events.add(event("us-ftc", reason, new Scope.Campaign("c"), new Match.Hash("ab".repeat(32)), Change.ADDED, null));
    }
    var entries = new NumberEntries(events);

    // when
    byte[] bytes = serde.serializer().serialize("store", entries);

    // then
    assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(entries);
  }

  @Test
  void shouldTakeFewBytesForTheEntryOfARegistry() {
    // given
    var entry = new EntryId("us-ftc", Reason.NATIONAL_DNC, new Scope.All(), new Match.Exact());
    var event = new ListEvent(entry, Change.ADDED, NOW, null, new Provenance("us-ftc", "us-ftc", null), Long.MIN_VALUE);

    // when
    byte[] bytes = GateStateSerdes.entries().serializer().serialize("store", new NumberEntries(List.of(event)));

    // then
    assertThat(bytes).hasSizeLessThanOrEqualTo(34);
  }

  @Test
  void shouldGiveBackHistoriesWithEveryFieldAndWithNone() {
    // given
    var serde = GateStateSerdes.history();
    var history = new DialHistory(List.of(new Answered("closed", -5, NOW, null),
        new Answered("full", 7, NOW, new Allowance(request("full", "text"), NOW.plusSeconds(900))),
        new Answered("bare", 0, NOW, new Allowance(request("bare", null), NOW.plusSeconds(1)))));

    // when
    byte[] bytes = serde.serializer().serialize("store", history);

    // then
    assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(history);
  }

  @Test
  void shouldGiveBackAttempts() {
    // given
    var serde = GateStateSerdes.history();
    var history = new DialHistory(List.of(), new Attempts(List.of(new Made(7, new Attempt(NOW, -9, null, null, null)),
        new Made(-8, new Attempt(NOW.plusSeconds(1), 3, "solicitation", "manual", "text")))));

    // when
    byte[] bytes = serde.serializer().serialize("store", history);

    // then
    assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(history);
  }

  @Test
  void shouldReadTheFormatThatKnewNoAttemptsAndRefuseALaterOne() {
    // given
    var serde = GateStateSerdes.history();
    var history = new DialHistory(List.of(new Answered("closed", -5, NOW, null)));
    byte[] bytes = serde.serializer().serialize("store", history);

    // when
    bytes[0] = 1;
    DialHistory old = serde.deserializer().deserialize("store", bytes);
    bytes[0] = 3;

    // then
    assertThat(old).isEqualTo(history);
    assertThatIllegalStateException().isThrownBy(() -> serde.deserializer().deserialize("store", bytes))
        .withMessageContaining("expected a store of format 1 to 2, but got format 3");
  }

  @Test
  void shouldServeSeveralThreadsAtOnce() throws ExecutionException, InterruptedException {
    // given
    var serde = GateStateSerdes.history();

    // when
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> done = IntStream.range(0, 4).mapToObj(thread -> threads.submit(() -> {
        for (int i = 0; i < 5_000; i++) {
          String id = "request-" + thread + "-" + i + "x".repeat(i % 60);
          var history = new DialHistory(
              List.of(new Answered(id, i, NOW, new Allowance(request(id, id), NOW.plusSeconds(i)))));
          byte[] bytes = serde.serializer().serialize("store", history);
          if (!history.equals(serde.deserializer().deserialize("store", bytes))) {
            return false;
          }
        }
        return true;
      })).toList();

      // then
      for (Future<Boolean> one : done) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  private static ListEvent event(String list, Reason reason, Scope scope, Match match, Change change,
      @Nullable Instant expiresAt) {
    return new ListEvent(new EntryId(list, reason, scope, match), change, NOW, expiresAt,
        new Provenance("genesys", "agent", "conversation"), list.hashCode());
  }

  private static DialRequest request(String id, @Nullable String text) {
    return new DialRequest(id, "+12025550101", "US", Purpose.DIAL, new Caller("genesys", "spring", text),
        new Call(text, text, text, text), new Contact(text, text, text, text), NOW, text == null ? null : NOW);
  }
}
