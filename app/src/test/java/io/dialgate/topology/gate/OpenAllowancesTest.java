package io.dialgate.topology.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.wire.state.GateStateSerdes;

class OpenAllowancesTest {

  private static final Instant NOON = Instant.parse("2026-08-28T12:00:00Z");
  private static final Duration VALIDITY = Duration.ofMinutes(15);

  private KeyValueStore<String, DialHistory> histories;
  private KeyValueStore<String, NumberEntries> entries;
  private KeyValueStore<String, NumberConsents> consents;

  @BeforeEach
  void openStores() {
    histories = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("histories"), Serdes.String(),
        GateStateSerdes.history()).withLoggingDisabled().build();
    entries = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("entries"), Serdes.String(),
        GateStateSerdes.entries()).withLoggingDisabled().build();
    consents = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("consents"), Serdes.String(),
        GateStateSerdes.consents()).withLoggingDisabled().build();
    var context = new MockProcessorContext<Void, Void>();
    histories.init(context.getStateStoreContext(), histories);
    consents.init(context.getStateStoreContext(), consents);
    entries.init(context.getStateStoreContext(), entries);
  }

  @AfterEach
  void closeStores() {
    histories.close();
    entries.close();
    consents.close();
  }

  @Test
  void shouldNameEveryOpenAllowanceWhenItKeepsThemAll() {
    // given
    var open = new OpenAllowances(histories, NOON, 64);
    var numbers = open(open, 50);

    // when, then
    assertThat(named(open, NOON.plusSeconds(60))).isEqualTo(numbers);
  }

  @Test
  void shouldNameEveryOpenAllowanceWhenThereAreMoreThanItKeeps() {
    // given
    var open = new OpenAllowances(histories, NOON, 8);
    var numbers = open(open, 50);

    // when, then
    assertThat(named(open, NOON.plusSeconds(60))).isEqualTo(numbers);
  }

  @Test
  void shouldLookAtMemoryOnlyOnceThoseItForgotAreOver() {
    // given: the first 42 were forgotten, and end a second apart
    var open = new OpenAllowances(histories, NOON, 8);
    var numbers = new ArrayList<>(open(open, 50));

    // when
    Instant all42AreOver = NOON.plusSeconds(42).plus(VALIDITY);

    // then
    assertThat(named(open, all42AreOver)).containsExactlyElementsOf(numbers.subList(42, 50));
  }

  @Test
  void shouldFindThemAgainInTheStoreAfterARestart() {
    // given
    var numbers = open(new OpenAllowances(histories, NOON, 64), 50);

    // when
    var again = new OpenAllowances(histories, NOON.plusSeconds(60), 8);

    // then
    assertThat(named(again, NOON.plusSeconds(60))).isEqualTo(numbers);
  }

  @Test
  void shouldTellTheOldestThatIsOpenStill() {
    // given
    var open = new OpenAllowances(histories, NOON, 64);
    open(open, 3);
    histories.delete(number(0));

    // when
    var oldest = open.oldest(new NumberStates(entries, consents, histories), NOON.plusSeconds(60));

    // then
    assertThat(oldest).contains(NOON.plusSeconds(1));
  }

  /** Opens so many, a second apart. */
  private SortedSet<String> open(OpenAllowances open, int count) {
    var numbers = new TreeSet<String>();
    for (int i = 0; i < count; i++) {
      Instant at = NOON.plusSeconds(i);
      Instant until = at.plus(VALIDITY);
      histories.put(number(i), new DialHistory(List.of(
          new Answered("r" + i, i, at, new Answered.Allowance(request(i), until)))));
      open.add(number(i), at, until);
      numbers.add(number(i));
    }
    return numbers;
  }

  private static SortedSet<String> named(OpenAllowances open, Instant now) {
    var named = new TreeSet<String>();
    open.numbers(now, named::add);
    return named;
  }

  private static String number(int i) {
    return "+1212555%04d".formatted(i);
  }

  private static DialRequest request(int i) {
    return new DialRequest("r" + i, number(i), "US", Purpose.DIAL, new Caller("test", "spring", null),
        new Call(null, null, null, null), new Contact(null, null, null, null), NOON, null);
  }
}
