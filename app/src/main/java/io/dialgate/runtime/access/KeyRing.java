package io.dialgate.runtime.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.http.Callers;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.client.TopicFollower;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.topology.Patience;
import io.dialgate.wire.record.ApiKeys;

/**
 * Every key, as the topic has it at each moment. It knows all of them before it answers the first time. While the topic cannot be
 * read, the keys that are known stay good: a broker's end is no reason to lock everybody out.
 */
public final class KeyRing implements Callers, AutoCloseable {

  private static final Duration WHOLE_WITHIN = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);

  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private final String topic;
  private final Deserializer<OperatorAction> deserializer;
  private final InstantSource clock;
  private final TopicFollower follower;

  private KeyRing(Map<String, Object> client, String topic, Deserializer<OperatorAction> deserializer,
      InstantSource clock) {
    this.topic = topic;
    this.deserializer = deserializer;
    this.clock = clock;
    this.follower = TopicFollower.start(client, topic, TopicFollower.From.BEGINNING, this::put);
  }

  /**
   * Reads all keys, and follows what becomes of them.
   *
   * @throws Unreachable if they cannot be read within a minute
   */
  public static KeyRing start(Map<String, Object> client, String topic, Deserializer<OperatorAction> deserializer,
      InstantSource clock) {
    var ring = new KeyRing(client, topic, deserializer, clock);
    long deadline = System.nanoTime() + WHOLE_WITHIN.toNanos();
    while (!ring.follower.wholeUpToStart()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        ring.close();
        throw new Unreachable(
            "expected to read every key from %s within %s, but could not; see whether the broker is well"
                .formatted(topic, WHOLE_WITHIN));
      }
      LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
    }
    return ring;
  }

  @Override
  public Optional<Caller> of(String token) {
    return KeyToken.parse(token)
        .flatMap(parsed -> Optional.ofNullable(keys.get(parsed.id()))
            .filter(key -> key.admits(parsed, clock.instant())))
        .map(ApiKey::caller);
  }

  @Override
  public void close() {
    follower.close();
  }

  /**
   * A record about a key is its newest word: where that says nothing, or cannot be read, the key is good no more. What could
   * only not be looked up is waited for.
   */
  private void put(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), StandardCharsets.US_ASCII);
    Optional<ApiKey> key = Optional.empty();
    try {
      key = Optional.ofNullable(Patience.read(topic, () -> deserializer.deserialize(topic, record.value())))
          .flatMap(ApiKeys::read);
    } finally {
      key.ifPresentOrElse(good -> keys.put(id, good), () -> keys.remove(id));
    }
  }
}
