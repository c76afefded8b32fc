package io.dialgate.topology.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.schemas.RiskAssessment;
import io.dialgate.topology.Patience;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What was answered to each transaction: the very bytes that were told, behind the millisecond at which they were. For one
 * thread.
 */
final class Answers {

  /** The bytes of the time that lie before each answer. */
  static final int TIME_BYTES = Long.BYTES;

  private static final Topic<RiskAssessment> TOPIC = Topics.RISK_ASSESSMENTS;

  private final KeyValueStore<Bytes, byte[]> store;
  private final AvroCodec<RiskAssessment> codec;
  private final Duration memory;

  /**
   * The answers of a task.
   *
   * @param memory how long one is remembered
   */
  Answers(KeyValueStore<Bytes, byte[]> store, SchemaRegistry registry, String prefix, Duration memory) {
    this.store = store;
    this.codec = new AvroCodec<>(RiskAssessment.class, registry, TOPIC.subject(prefix).orElseThrow());
    this.memory = memory;
  }

  /** The bytes of an answer, as they are told. */
  byte[] encoded(RiskAssessment answer) {
    return codec.encode(answer);
  }

  /** What was answered before, if it is remembered. */
  Optional<RiskAssessment> to(String customerId, String transactionId, Instant now) {
    byte[] row = store.get(key(customerId, transactionId));
    return row == null || isForgotten(row, now) ? Optional.empty() : Optional.of(told(row));
  }

  /** Remembers what is told now, or will be, and gives its bytes. */
  byte[] remember(RiskAssessment assessment, Instant now) {
    byte[] answer = encoded(assessment);
    byte[] row = ByteBuffer.allocate(TIME_BYTES + answer.length).putLong(now.toEpochMilli()).put(answer).array();
    store.put(key(assessment.getCustomerId(), assessment.getTransactionId()), row);
    return answer;
  }

  /** Whether a row is older than answers are remembered. */
  boolean isForgotten(byte[] row, Instant now) {
    return ByteBuffer.wrap(row).getLong() < now.minus(memory).toEpochMilli();
  }

  private RiskAssessment told(byte[] row) {
    byte[] answer = new byte[row.length - TIME_BYTES];
    System.arraycopy(row, TIME_BYTES, answer, 0, answer.length);
    return decoded(answer);
  }

  /** An answer, from bytes that were made here. */
  RiskAssessment decoded(byte[] answer) {
    return switch (Patience.read(TOPIC.shortName(), () -> codec.decode(answer))) {
      case Decoding.Decoded<RiskAssessment>(RiskAssessment known, int _) -> known;
      case Decoding.Malformed<RiskAssessment>(String code, String message) -> throw new IllegalStateException(
          "expected an answer that can be read in the store, but %s: %s; reset the application".formatted(code,
              message));
    };
  }

  /** The customer before the transaction, so that rows of one customer lie together; the length keeps the two apart. */
  private static Bytes key(String customerId, String transactionId) {
    byte[] customer = customerId.getBytes(StandardCharsets.UTF_8);
    byte[] transaction = transactionId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(1 + customer.length + transaction.length).put((byte) customer.length)
        .put(customer).put(transaction).array());
  }
}
