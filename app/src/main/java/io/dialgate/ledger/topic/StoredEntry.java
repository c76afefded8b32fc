package io.dialgate.ledger.topic;

import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.wire.record.EntryEnvelope;

/**
 * An entry as it lies on the audit topic.
 *
 * @param offset of its record; offsets have gaps, indices have none
 * @param content what the bytes say
 * @param bytes the leaf of the log's tree
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record StoredEntry(long offset, EntryEnvelope content, byte[] bytes) {

  /**
   * Reads a record.
   *
   * @throws NotProven if it is no entry
   */
  public static StoredEntry of(ConsumerRecord<byte[], byte[]> record) throws NotProven {
    byte[] bytes = record.value();
    Optional<EntryEnvelope> content = bytes == null ? Optional.empty() : EntryEnvelope.read(bytes);
    if (bytes == null || content.isEmpty()) {
      throw new NotProven("%s-%d, offset %d".formatted(record.topic(), record.partition(), record.offset()),
          "an audit entry", bytes == null ? "a record without a value" : "%d other bytes".formatted(bytes.length));
    }
    return new StoredEntry(record.offset(), content.get(), bytes);
  }

  /**
   * Checks that this is the entry that the log has to have next.
   *
   * @param log the log's origin
   * @param index the next one
   * @throws NotProven if it is another: the topic has lost, repeated or invented entries
   */
  public void requireNext(String log, long index) throws NotProven {
    String where = "%s, offset %d".formatted(log, offset);
    if (index != content.index()) {
      throw NotProven.at(index, where, "index " + index, "index " + content.index());
    }
    if (!log.equals(content.log())) {
      throw NotProven.at(index, where, "an entry of log " + log, "one of " + content.log());
    }
  }
}
