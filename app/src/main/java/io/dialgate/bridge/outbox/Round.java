package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.delivery.Courier;
import io.dialgate.bridge.delivery.Fate;
import io.dialgate.bridge.delivery.Item;
import io.dialgate.wire.record.RejectionCode;

/** What was read at once, is delivered together, and is committed when all of it has an end. */
final class Round {

  private static final Duration BROKEN_OFF_WITHIN = Duration.ofSeconds(5);

  /** A letter, and what it says. */
  record Told(Letter letter, Item item) {}

  /** A letter that is not to be delivered, but must not be lost. */
  record Hopeless(Letter letter, RejectionCode code, String why) {}

  private final Map<TopicPartition, OffsetAndMetadata> ends = new LinkedHashMap<>();
  private final Map<TopicPartition, Long> starts = new LinkedHashMap<>();
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final List<Hopeless> hopeless = new ArrayList<>();
  private int overtaken;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Future<Map<Item, Fate>> delivery;

  /** Its records of a partition begin there. */
  void startsAt(TopicPartition partition, long offset) {
    starts.putIfAbsent(partition, offset);
  }

  /** They end before that offset. */
  void endsAt(TopicPartition partition, long offset) {
    ends.put(partition, new OffsetAndMetadata(offset));
  }

  /** Of two words about one subject, and of two of one key, the one that was said later counts. */
  void add(Letter letter, Item item) {
    String subject = item.kind().isListChange() ? "number " + item.subject() : item.key();
    Told before = told.get(subject);
    if (before != null) {
      overtaken++;
    }
    if (before == null || before.letter().offset() <= letter.offset()) {
      told.remove(subject);
      told.put(subject, new Told(letter, item));
    }
  }

  void addHopeless(Letter letter, RejectionCode code, String why) {
    hopeless.add(new Hopeless(letter, code, why));
  }

  void addOvertaken() {
    overtaken++;
  }

  boolean hasStarted() {
    return delivery != null;
  }

  void start(Courier courier, ExecutorService threads) {
    List<Item> items = told.values().stream().map(Told::item).toList();
    delivery = threads.submit(() -> {
      try {
        return items.isEmpty() ? Map.of() : courier.deliver(items);
      } finally {
        ended.countDown();
      }
    });
  }

  boolean isDone() {
    return delivery != null && delivery.isDone();
  }

  /** What became of the items; it is done. */
  Map<Item, Fate> fates() throws ExecutionException, InterruptedException {
    return delivery == null ? Map.of() : delivery.get();
  }

  /** Breaks it off, and returns when nothing of it is under way any more, or after a while. */
  void cancel() {
    if (delivery == null || delivery.isDone()) {
      return;
    }
    delivery.cancel(true);
    try {
      ended.await(BROKEN_OFF_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The time of its oldest item, in milliseconds. */
  OptionalLong oldest() {
    return told.values().stream().mapToLong(one -> one.letter().timestamp()).min();
  }

  List<Told> told() {
    return List.copyOf(told.values());
  }

  List<Hopeless> hopeless() {
    return hopeless;
  }

  int overtaken() {
    return overtaken;
  }

  Map<TopicPartition, Long> starts() {
    return starts;
  }

  Map<TopicPartition, OffsetAndMetadata> ends() {
    return ends;
  }
}
