package io.dialgate.wire.avro;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Generated Avro records from any Kafka client's bytes in the Confluent wire format. Named in a client's properties, it needs
 * {@code schema.registry.url}, and makes the generated class that has the full name of the schema that a record was written
 * with.
 *
 * <p>Thread-safe: each thread has codecs of its own.
 *
 * @param <T> the generated class, or {@link SpecificRecord} for several
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private final @Nullable Class<T> type;
  private volatile @Nullable SchemaRegistry registry;
  private volatile @Nullable ConfluentRegistry own;
  private final ThreadLocal<RecordReader<T>> readers = ThreadLocal.withInitial(this::reader);

  /** For a client that makes it by name; {@link #configure} follows. */
  public AvroDeserializer() {
    this.type = null;
  }

  /** A deserializer that needs no further setting, and takes records of one class only. */
  public AvroDeserializer(Class<T> type, SchemaRegistry registry) {
    this.type = type;
    this.registry = registry;
  }

  /**
   * Takes {@code schema.registry.url}; a registry that was given to the constructor stays.
   *
   * @throws IllegalArgumentException if the setting is missing or is no URL
   */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    if (registry == null) {
      ConfluentRegistry made = ClientSettings.registry(configs);
      own = made;
      registry = made;
    }
  }

  /**
   * The record; null for null.
   *
   * @throws SerializationException if the bytes are malformed
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if the registry gives no answer; the record may be good, and
   *         may be read later
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    return switch (readers.get().read(data)) {
      case Decoding.Decoded<T>(T value, int _) -> value;
      case Decoding.Malformed<T>(String code, String message) -> throw new SerializationException(
          "%s: %s (topic %s)".formatted(code, message, topic));
    };
  }

  @Override
  public void close() {
    readers.remove();
    if (own != null) {
      own.close();
    }
  }

  private RecordReader<T> reader() {
    SchemaRegistry configured = registry;
    if (configured == null) {
      throw new IllegalStateException("expected configure() before deserialize()");
    }
    return type == null ? new NamedClasses<>(configured) : new AvroCodec<>(type, configured, "")::decode;
  }

  /** Reads bytes; for one thread. */
  @FunctionalInterface
  interface RecordReader<T> {
    Decoding<T> read(byte[] bytes);
  }
}
