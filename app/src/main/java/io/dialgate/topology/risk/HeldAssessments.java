package io.dialgate.topology.risk;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.schemas.RiskAssessment;

/**
 * Assessments that wait for the external scorer, or behind one that does: a task tells them in the order in which it made them,
 * so that whoever plays them again counts in that order too. For one thread.
 *
 * <p>A row is the time until which an answer is awaited, in milliseconds since the epoch, and the assessment's bytes. All of them
 * are in memory too: as many as come in while one waits.
 */
final class HeldAssessments {

  /** Until when an assessment waits that needs no answer. */
  private static final long NOTHING_AWAITED = Long.MIN_VALUE;

  /** What an answer is about. */
  private record About(String customerId, String transactionId) {

    static About of(RiskAssessment one) {
      return new About(one.getCustomerId(), one.getTransactionId());
    }
  }

  /** One of them. */
  private static final class Held {

    private final long place;
    private final RiskAssessment assessment;
    private long awaitedUntil;

    Held(long place, RiskAssessment assessment, long awaitedUntil) {
      this.place = place;
      this.assessment = assessment;
      this.awaitedUntil = awaitedUntil;
    }
  }

  /**
   * The next one in order.
   *
   * @param unanswered whether an answer was awaited, and did not come
   */
  record Next(RiskAssessment assessment, boolean unanswered) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final Answers codec;
  private final Deque<Held> queue = new ArrayDeque<>();
  private final Map<About, Held> awaited = new HashMap<>();
  private long places;

  /** Those that were held when the task stopped. */
  HeldAssessments(KeyValueStore<Bytes, byte[]> store, Answers codec) {
    this.store = store;
    this.codec = codec;
    try (var rows = store.all()) {
      rows.forEachRemaining(this::takeUp);
    }
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** How many answers are awaited. */
  int awaited() {
    return awaited.size();
  }

  /** Holds one until an answer comes, at most until then. */
  void awaitAnswer(RiskAssessment assessment, Instant until) {
    Held held = new Held(places++, assessment, until.toEpochMilli());
    awaited.put(About.of(assessment), held);
    hold(held);
  }

  /** Holds one until those before it are told. */
  void queue(RiskAssessment assessment) {
    hold(new Held(places++, assessment, NOTHING_AWAITED));
  }

  /** An answer has come; whether it was still awaited. */
  boolean answered(String customerId, String transactionId, Consumer<RiskAssessment> taking) {
    Held held = awaited.remove(new About(customerId, transactionId));
    if (held == null) {
      return false;
    }
    taking.accept(held.assessment);
    held.awaitedUntil = NOTHING_AWAITED;
    put(held);
    return true;
  }

  /** The first one, if it has waited long enough. It is held no more. */
  Optional<Next> next(Instant now) {
    Held first = queue.peek();
    if (first == null || first.awaitedUntil > now.toEpochMilli()) {
      return Optional.empty();
    }
    queue.remove();
    boolean unanswered = first.awaitedUntil != NOTHING_AWAITED;
    if (unanswered) {
      awaited.remove(About.of(first.assessment));
    }
    store.delete(key(first.place));
    return Optional.of(new Next(first.assessment, unanswered));
  }

  private void hold(Held held) {
    queue.add(held);
    put(held);
  }

  private void put(Held held) {
    byte[] assessment = codec.encoded(held.assessment);
    store.put(key(held.place),
        ByteBuffer.allocate(Long.BYTES + assessment.length).putLong(held.awaitedUntil).put(assessment).array());
  }

  private void takeUp(KeyValue<Bytes, byte[]> row) {
    long place = ByteBuffer.wrap(row.key.get()).getLong();
    ByteBuffer value = ByteBuffer.wrap(row.value);
    long awaitedUntil = value.getLong();
    byte[] assessment = new byte[value.remaining()];
    value.get(assessment);
    Held held = new Held(place, codec.decoded(assessment), awaitedUntil);
    queue.add(held);
    if (awaitedUntil != NOTHING_AWAITED) {
      awaited.put(About.of(held.assessment), held);
    }
    places = place + 1;
  }

  /** In the order of the places, which are never negative. */
  private static Bytes key(long place) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(place).array());
  }
}
