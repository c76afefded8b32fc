package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.util.Map;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What an outbox runs with.
 *
 * @param client of Kafka: the brokers, and what the site hands on
 * @param prefix of all topics
 * @param group of the destination's consumers
 * @param registry of the schemas
 * @param reach how far back it begins when it has never run; the table of entries is read from its beginning
 * @param paused whether it begins by keeping everything back
 * @param later how what could not be delivered is tried again
 */
public record OutboxSettings(Map<String, Object> client, String prefix, String group, SchemaRegistry registry,
    Duration reach, boolean paused, Later later) {

  @Override
  public String toString() {
    return "OutboxSettings[" + group + "]";
  }
}
