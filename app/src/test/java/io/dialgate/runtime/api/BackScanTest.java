package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Newest first, no further than somebody wants or the bound, and not too many at once. */
class BackScanTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);
  private static final byte[] KEY = "k".getBytes(StandardCharsets.US_ASCII);

  private final BackScan scan = new BackScan("t", Log::new);
  private int records = 45_000;
  private int polled = 500;
  private boolean away;

  @Test
  void shouldPassEveryRecordOnceNewestFirst() {
    // given
    List<Long> seen = new ArrayList<>();

    // when
    Optional<BackScan.Looked> looked = scan.look(KEY, record -> {
      seen.add(record.offset());
      return false;
    });

    // then: over several chunks
    assertThat(looked).hasValue(new BackScan.Looked(true, Instant.ofEpochMilli(0)));
    assertThat(seen).hasSize(records).startsWith(44_999L).endsWith(0L);
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i)).isEqualTo(records - 1 - i);
    }
  }

  @Test
  void shouldStopWhenSomebodyHasSeenEnough() {
    // when
    Optional<BackScan.Looked> looked = scan.look(KEY, record -> record.offset() == 44_000);

    // then
    assertThat(looked).hasValue(new BackScan.Looked(false, Instant.ofEpochMilli(44_000)));
  }

  @Test
  void shouldGoNoFurtherThanItsBound() {
    // given
    records = BackScan.MAX_RECORDS + 100_000;
    polled = 20_000;
    int[] seen = {0};

    // when
    Optional<BackScan.Looked> looked = scan.look(KEY, _ -> {
      seen[0]++;
      return false;
    });

    // then
    assertThat(looked).hasValueSatisfying(it -> assertThat(it.complete()).isFalse());
    assertThat(seen[0]).isEqualTo(BackScan.MAX_RECORDS);
  }

  @Test
  void shouldSayThatAnEmptyPartitionWasPassedWhole() {
    // given
    records = 0;

    // when / then
    assertThat(scan.look(KEY, _ -> true)).hasValue(new BackScan.Looked(true, null));
  }

  @Test
  void shouldSayNothingWhenTheTopicCannotBeRead() {
    // given
    away = true;

    // when / then
    assertThat(scan.look(KEY, _ -> true)).isEmpty();
  }

  @Test
  void shouldRefuseMoreLooksThanItsBoundAndTakeThemAgainLater() throws Exception {
    // given
    var begun = new CountDownLatch(BackScan.MAX_AT_ONCE);
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<BackScan.Looked>>> looks = new ArrayList<>();
      for (int i = 0; i < BackScan.MAX_AT_ONCE; i++) {
        looks.add(threads.submit(() -> scan.look(KEY, _ -> held(begun, go))));
      }
      begun.await();

      // when
      Optional<BackScan.Looked> tooMany = scan.look(KEY, _ -> true);
      go.countDown();

      // then
      assertThat(tooMany).isEmpty();
      for (Future<Optional<BackScan.Looked>> look : looks) {
        assertThat(look.get()).isPresent();
      }
      assertThat(scan.look(KEY, _ -> true)).isPresent();
    }
  }

  private static boolean held(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** A partition whose records have their offsets for times; read as a broker lets it be read, again and again. */
  private final class Log extends MockConsumer<byte[], byte[]> {

    Log() {
      super("earliest");
      updatePartitions("t", List.of(new PartitionInfo("t", 0, Node.noNode(), new Node[0], new Node[0])));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
      updateEndOffsets(Map.of(PARTITION, (long) records));
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      if (away) {
        throw new TimeoutException("nobody there");
      }
      long from = position(PARTITION);
      long to = Math.min(records, from + polled);
      List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
      for (long offset = from; offset < to; offset++) {
        read.add(new ConsumerRecord<>("t", 0, offset, offset, TimestampType.CREATE_TIME, 1, 0, KEY, new byte[0],
            new RecordHeaders(), Optional.empty()));
      }
      seek(PARTITION, to);
      return new ConsumerRecords<>(Map.of(PARTITION, read), Map.of());
    }
  }
}
