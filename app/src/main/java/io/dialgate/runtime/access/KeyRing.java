package io.dialgate.runtime.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.http.Callers;
import io.dialgate.runtime.client.TopicTail;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.wire.record.ApiKeys;

/** Every key, as the topic has it at each moment. It knows all of them before it answers the first time. */
public final class KeyRing implements Callers, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private final TopicTail<OperatorAction> topic;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean closed;

  private KeyRing(TopicTail<OperatorAction> topic, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("api-keys").daemon().unstarted(this::follow);
  }

  /**
   * Reads all keys, and follows what becomes of them.
   *
   * @param topic from its beginning; it is closed with the ring
   */
  public static KeyRing start(TopicTail<OperatorAction> topic, InstantSource clock) {
    var ring = new KeyRing(topic, clock);
    while (!topic.isAtEnd()) {
      topic.poll(ring::put);
    }
    ring.thread.start();
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
    closed = true;
    try {
      thread.join(STOPS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(OperatorAction record) {
    ApiKeys.read(record).ifPresentOrElse(key -> keys.put(key.id(), key), () -> keys.remove(record.getSubject()));
  }

  /** While the topic cannot be read, the keys that are known stay good: a broker's end is no reason to lock everybody out. */
  private void follow() {
    try (topic) {
      while (!closed) {
        try {
          topic.poll(this::put);
        } catch (RuntimeException e) {
          LOG.atWarn().setCause(e).log("keys could not be read; tries again");
        }
      }
    }
  }
}
