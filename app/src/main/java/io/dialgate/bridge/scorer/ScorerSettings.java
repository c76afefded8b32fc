package io.dialgate.bridge.scorer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the external scorer is asked with.
 *
 * @param client of Kafka: the brokers, and what the site hands on
 * @param prefix of all topics
 * @param group of the consumers, of all instances
 * @param instance names this one in the group, also after a restart, so that one that was killed gets its partitions back at once
 * @param registry of the schemas
 * @param service how it is called
 */
public record ScorerSettings(Map<String, Object> client, String prefix, String group, String instance,
    SchemaRegistry registry,
    Service service) {

  /**
   * How the scorer is called.
   *
   * @param url where requests are posted to
   * @param token the file that has the bearer token, read at the start; empty: none is shown
   * @param within how long a request may take, to its answer's last byte
   * @param minimumCalls within the breaker's window before it judges
   */
  public record Service(URI url, Optional<Path> token, Duration within, int minimumCalls) {}

  @Override
  public String toString() {
    return "ScorerSettings[" + service.url() + "]";
  }
}
