package io.dialgate.wire.state;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;

/** State goes into the stores and comes back the same. */
class GateStateSerdesTest {

  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00.000001Z");

  static Stream<NumberEntries> entries() {
    ListEvent all = added("a").on("list").because(Reason.LITIGATION_HOLD).scope("brand:acme").until(FAR).event();
    return Stream.of(NumberEntries.NONE, new NumberEntries(List.of(all)),
        new NumberEntries(List.of(removed("b").scope("campaign:x").at(LONG_AGO).event())),
        new NumberEntries(List.of(added("c").match(new Match.Prefix("+1900")).at(FAR).event())),
        new NumberEntries(List.of(added("d").match(new Match.Hash("0".repeat(64))).event())),
        new NumberEntries(Arrays.stream(Reason.values()).map(reason -> added("e").because(reason).event()).toList()),
        new NumberEntries(List.of(new ListEvent(all.entry(), all.change(), all.occurredAt(), null,
            new Provenance("source", "person", "conversation"), Long.MIN_VALUE))));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void shouldKeepEntries(NumberEntries entries) {
    // when / then
    assertThat(thereAndBack(GateStateSerdes.entries(), entries)).isEqualTo(entries);
  }

  @Test
  void shouldKeepHistory() {
    // given
    var history = new DialHistory(List.of(answered("closed", null), answered("open", NOON.plusSeconds(900)),
        answered("far", FAR)));

    // when / then
    assertThat(thereAndBack(GateStateSerdes.history(), history)).isEqualTo(history);
    assertThat(thereAndBack(GateStateSerdes.history(), DialHistory.NONE)).isEqualTo(DialHistory.NONE);
  }

  @Test
  void shouldKeepNothingAsNothing() {
    // when / then
    assertThat(GateStateSerdes.entries().serializer().serialize("topic", null)).isNull();
    assertThat(GateStateSerdes.entries().deserializer().deserialize("topic", null)).isNull();
  }

  @Test
  void shouldRefuseAStoreOfAnotherFormat() {
    // given
    byte[] bytes = GateStateSerdes.entries().serializer().serialize("topic", NumberEntries.NONE);
    bytes[0] = 9;

    // when / then
    assertThatIllegalStateException()
        .isThrownBy(() -> GateStateSerdes.entries().deserializer().deserialize("topic", bytes))
        .withMessageContaining("but got format 9");
  }

  private static Answered answered(String id, @Nullable Instant validUntil) {
    var request = new DialRequest(id, "(202) 555-0101", "US", Purpose.DIAL, new Caller("platform", "campaign", "brand"),
        new Call("type", "mode", "channel", "subject"), new Contact("id", "TX", "78701", "America/Chicago"), NOON,
        validUntil);
    return new Answered(id, 7, NOON, validUntil == null ? null : new Answered.Allowance(request, validUntil));
  }

  private static <T> T thereAndBack(Serde<T> serde, T value) {
    return serde.deserializer().deserialize("topic", serde.serializer().serialize("topic", value));
  }
}
