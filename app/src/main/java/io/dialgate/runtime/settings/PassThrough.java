package io.dialgate.runtime.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Settings that Dialgate does not know itself and hands on, under their own names.
 *
 * <p>They may hold passwords, so they print as names only.
 *
 * @param settings Kafka's name and its text
 */
public record PassThrough(Map<String, String> settings) {

  /** {@code kafka.} goes to every Kafka client: producers, consumers, admin clients, those inside Kafka Streams. */
  public static final String KAFKA = "kafka.";

  /** {@code streams.} goes to Kafka Streams, whose own prefixes ({@code consumer.}, {@code producer.}) work behind it. */
  public static final String STREAMS = "streams.";

  public PassThrough {
    settings = Map.copyOf(settings);
  }

  /** The prefix by which a key is handed on, if it is. A key that Dialgate knows itself is not. */
  static Optional<String> prefixOf(String key) {
    if (SettingKeys.ALL.stream().anyMatch(known -> known.name().equals(key))) {
      return Optional.empty();
    }
    for (String prefix : new String[]{KAFKA, STREAMS}) {
      if (key.startsWith(prefix) && key.length() > prefix.length()) {
        return Optional.of(prefix);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return settings.keySet().toString();
  }
}
