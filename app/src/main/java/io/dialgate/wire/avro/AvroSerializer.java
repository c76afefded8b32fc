package io.dialgate.wire.avro;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

import io.dialgate.wire.registry.SchemaRegistry;

/** Placeholder. */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
  private final SchemaRegistry registry;

  public AvroSerializer(SchemaRegistry registry) {
    this.registry = registry;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"})
  public byte[] serialize(String topic, T data) {
    return data == null
        ? null
        : new AvroCodec<T>((Class<T>) data.getClass(), registry, topic + "-value").encode(data);
  }
}
