package io.dialgate.bridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.feed.Alarms;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.InMemoryRegistry;

/** A bridge that never ran begins some way back, and skips nothing that arrives while it begins. */
class BeginningsTest {

  private static final Instant NOW = Instant.parse("2026-09-01T15:00:00Z");
  private static final Duration REACH = Duration.ofHours(1);
  private static final TopicPartition ALERTS = new TopicPartition(Topics.ALERTS.name("x."), 0);
  private static final TopicPartition TABLE = new TopicPartition(Topics.DNC_ENTRIES.name("x."), 0);

  private final Broker broker = new Broker();
  private final Beginnings beginnings = new Beginnings(broker, new Mailroom(new OutboxSettings(Map.of(), "x.", "group",
      new InMemoryRegistry(), REACH, false, new Later(Duration.ofMinutes(1), 3)), List.of(new Alarms()), "alerts"),
      InstantSource.fixed(NOW));

  BeginningsTest() {
    broker.assign(List.of(ALERTS, TABLE));
    broker.updateBeginningOffsets(Map.of(ALERTS, 0L, TABLE, 0L));
    broker.updateEndOffsets(Map.of(ALERTS, 40L, TABLE, 40L));
  }

  @Test
  void shouldBeginAtTheFirstRecordWithinReach() {
    // given
    broker.found = new OffsetAndTimestamp(17, NOW.toEpochMilli());

    // when
    beginnings.seek(List.of(ALERTS));

    // then
    assertThat(broker.position(ALERTS)).isEqualTo(17);
    assertThat(broker.asked).containsExactly(Map.entry(ALERTS, NOW.minus(REACH).toEpochMilli()));
  }

  @Test
  void shouldKeepWhereItBeganThoughNothingIsReadThere() {
    // given: nothing is within reach, and then comes a long pause
    beginnings.seek(List.of(ALERTS));
    broker.arrivesMeanwhile = 9;

    // when
    beginnings.seek(List.of(ALERTS));

    // then
    assertThat(broker.committed(Set.of(ALERTS))).containsEntry(ALERTS, new OffsetAndMetadata(40));
    assertThat(broker.position(ALERTS)).isEqualTo(40);
  }

  @Test
  void shouldNotSkipWhatArrivesWhileItBegins() {
    // given
    broker.arrivesMeanwhile = 3;

    // when
    beginnings.seek(List.of(ALERTS));

    // then
    assertThat(broker.position(ALERTS)).isEqualTo(40);
  }

  @Test
  void shouldLeaveTheTableAtItsBeginningAndCommittedPositionsAsTheyAre() {
    // given
    broker.commitSync(Map.of(ALERTS, new OffsetAndMetadata(5)));

    // when
    beginnings.seek(List.of(ALERTS, TABLE));

    // then
    assertThat(broker.asked).isEmpty();
    assertThat(broker.position(ALERTS)).isEqualTo(5);
    assertThat(broker.position(TABLE)).isZero();
  }

  /** Answers which offset a time has, and takes records while it is asked. */
  private static final class Broker extends MockConsumer<byte[], byte[]> {

    private final Map<TopicPartition, Long> asked = new HashMap<>();
    private @Nullable OffsetAndTimestamp found;
    private int arrivesMeanwhile;

    Broker() {
      super("earliest");
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
      asked.putAll(times);
      Map<TopicPartition, OffsetAndTimestamp> answer = new HashMap<>();
      times.keySet().forEach(partition -> answer.put(partition, found));
      updateEndOffsets(Map.of(ALERTS, 40L + arrivesMeanwhile));
      return answer;
    }
  }
}
