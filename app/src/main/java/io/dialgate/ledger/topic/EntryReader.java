package io.dialgate.ledger.topic;

import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.SchemaRegistry;

/** Records of the audit topic to entries. Confined to one thread. */
public final class EntryReader {

  private final AvroCodec<AuditEntry> codec;

  /**
   * A reader that asks the registry for nothing yet.
   *
   * @param registry of the schemas
   * @param prefix of the topics' names
   */
  public EntryReader(SchemaRegistry registry, String prefix) {
    this.codec = new AvroCodec<>(AuditEntry.class, registry, Topics.AUDIT.subject(prefix).orElseThrow());
  }

  /**
   * Reads an entry.
   *
   * @throws NotProven if the record is none
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if its schema cannot be had now
   */
  public StoredEntry read(ConsumerRecord<byte[], byte[]> record) throws NotProven {
    byte[] bytes = Optional.ofNullable(record.value())
        .orElseThrow(() -> new NotProven(place(record), "an entry", "a record without a value"));
    return switch (codec.decode(bytes)) {
      case Decoding.Decoded<AuditEntry>(AuditEntry content, int _) -> new StoredEntry(record.offset(), content, bytes);
      case Decoding.Malformed<AuditEntry>(String code, String message) ->
        throw new NotProven(place(record), "an entry", code + " (" + message + ")");
    };
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
