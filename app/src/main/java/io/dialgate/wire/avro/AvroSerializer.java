package io.dialgate.wire.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Generated Avro records for any Kafka client, in the Confluent wire format; the subject is {@code <topic>-value}. Named in a
 * client's properties, it needs {@code schema.registry.url}, and Confluent's {@code KafkaAvroSerializer} can stand in its place.
 *
 * <p>Thread-safe: each thread has codecs of its own.
 *
 * @param <T> the generated class, or {@link SpecificRecord} for several
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  private final ThreadLocal<Codecs> codecs = ThreadLocal.withInitial(Codecs::new);
  private volatile @Nullable SchemaRegistry registry;
  private volatile boolean key;
  private volatile @Nullable ConfluentRegistry own;

  /** For a client that makes it by name; {@link #configure} follows. */
  public AvroSerializer() {}

  /** A serializer that needs no further setting. */
  public AvroSerializer(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * Takes {@code schema.registry.url}; a registry that was given to the constructor stays.
   *
   * @throws IllegalArgumentException if the setting is missing or is no URL
   */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    key = isKey;
    if (registry == null) {
      ConfluentRegistry made = ClientSettings.registry(configs);
      own = made;
      registry = made;
    }
  }

  /**
   * The record as bytes; null for null.
   *
   * @throws RuntimeException as {@link AvroCodec#encode} does
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T data) {
    return data == null ? null : codecs.get().of(topic, data).encode(data);
  }

  @Override
  public void close() {
    codecs.remove();
    if (own != null) {
      own.close();
    }
  }

  /** One thread's codecs; nearly always the one that was used last. */
  private final class Codecs {

    private final Map<Target, AvroCodec<T>> byTarget = new HashMap<>();
    private Target last = new Target("", SpecificRecord.class);
    private @Nullable AvroCodec<T> lastCodec;

    AvroCodec<T> of(String topic, T data) {
      AvroCodec<T> codec = lastCodec;
      if (codec == null || last.type() != data.getClass() || !last.topic().equals(topic)) {
        last = new Target(topic, data.getClass());
        codec = byTarget.computeIfAbsent(last, this::make);
        lastCodec = codec;
      }
      return codec;
    }

    @SuppressWarnings("unchecked")
    private AvroCodec<T> make(Target target) {
      SchemaRegistry configured = Objects.requireNonNull(registry, "expected configure() before serialize()");
      return new AvroCodec<>((Class<T>) target.type(), configured, ClientSettings.subject(target.topic(), key));
    }
  }

  private record Target(String topic, Class<?> type) {}
}
