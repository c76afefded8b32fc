package io.dialgate.wire.avro;

import java.util.Map;

import io.dialgate.wire.registry.ConfluentRegistry;

/** What a Kafka client's properties say to the serializer and the deserializer; the names are Confluent's. */
final class ClientSettings {

  private static final String URL = "schema.registry.url";

  private ClientSettings() {}

  static ConfluentRegistry registry(Map<String, ?> configs) {
    Object url = configs.get(URL);
    if (url == null) {
      throw new IllegalArgumentException(
          "expected the setting %s, but there is none; give the registry's address".formatted(URL));
    }
    return new ConfluentRegistry(url.toString());
  }

  /** The subject by Confluent's TopicNameStrategy. */
  static String subject(String topic, boolean key) {
    return topic + (key ? "-key" : "-value");
  }
}
