package io.dialgate.ledger.checkpoint;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.wire.Topics;

/**
 * Whose turn it is to sign: that of the instance to which the group gives the one partition of {@code audit-checkpoints}. Two
 * that believe it for a moment do no harm, since both sign heads of the same committed log.
 */
final class Turns implements AutoCloseable {

  /** An instance that is killed is noticed after this; one that ends says so. */
  private static final Duration SESSION = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> member;

  Turns(CheckpointerSettings settings) {
    Map<String, Object> group = new HashMap<>(settings.client());
    group.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    group.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
    group.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    group.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.dividedBy(4).toMillis());
    group.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    member = new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    member.subscribe(List.of(Topics.AUDIT_CHECKPOINTS.name(settings.prefix())));
  }

  /** Whether it is ours. To be asked often: asking is also what tells the group that we are still there. */
  boolean isOurs(Duration wait) {
    member.poll(wait);
    // Membership is all that is wanted; the notes are read by others.
    member.pause(member.assignment());
    return !member.assignment().isEmpty();
  }

  @Override
  public void close() {
    member.close();
  }
}
