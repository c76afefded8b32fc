package io.dialgate.bridge.summary;

import java.time.Duration;
import java.util.Map;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the counting of decisions runs with.
 *
 * @param client of Kafka: the brokers, and what the site hands on
 * @param prefix of all topics
 * @param application what the group and the transactions are named after, one name for all instances
 * @param instance names this one among those that take turns
 * @param registry of the schemas
 * @param every how long an interval is
 * @param reach how far back the first interval begins
 */
public record SummarySettings(Map<String, Object> client, String prefix, String application, String instance,
    SchemaRegistry registry, Duration every, Duration reach) {

  @Override
  public String toString() {
    return "SummarySettings[" + application + ", " + every + "]";
  }
}
