package io.dialgate.wire.avro;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

import io.dialgate.wire.registry.SchemaRegistry;

/** Placeholder. */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private final AvroCodec<T> codec;

  public AvroDeserializer(Class<T> type, SchemaRegistry registry) {
    this.codec = new AvroCodec<>(type, registry, "unused");
  }

  @Override
  public T deserialize(String topic, byte[] data) {
    return switch (codec.decode(data)) {
      case Decoding.Decoded<T>(T value, int _) -> value;
      case Decoding.Malformed<T>(String _, String message) -> throw new SerializationException(message);
    };
  }
}
