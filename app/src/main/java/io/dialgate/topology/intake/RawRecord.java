package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.wire.record.RefusedRecord;

/**
 * A record as it lies on the broker.
 *
 * @param key null if it has none
 * @param value null if it has none
 * @param headers as they came
 * @param origin where it was produced; for a record that a task sent on, where it was before
 * @param time its own time in milliseconds, negative if it has none
 * @param moved whether a task sent it on
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record RawRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Rekeyed origin, long time,
    boolean moved) {

  /** Bytes of a value that are kept of a rejected record; the topics that take it allow for twice as much. */
  private static final int MAX_KEPT_VALUE_BYTES = 1 << 20;

  /** Bytes of a rejected record that are kept: key and headers have their share. */
  private static final int MAX_KEPT_BYTES = MAX_KEPT_VALUE_BYTES + 2 * Intake.MAX_RECORD_BYTES;

  private static final int MAX_KEY_BYTES_TOLD = 128;
  private static final int MAX_HEADERS_TOLD = 8;
  private static final int MAX_HEADER_BYTES_TOLD = 32;

  /** A record that a producer wrote to one of the inputs. */
  static RawRecord produced(Record<byte[], byte[]> record, RecordMetadata at) {
    // Only where the order of processing has put 0 in its place; a producer may not say what its record's time is.
    long time = record.timestamp();
    if (time == 0) {
      time = HeaderText.number(record.headers(), HeaderText.RECORD_TIME, 0);
      record.headers().remove(HeaderText.RECORD_TIME);
    }
    return new RawRecord(record.key(), record.value(), record.headers(),
        new Rekeyed(at.topic(), at.partition(), at.offset()), time, false);
  }

  /** A record that a task of ours sent on: its headers say where it was. */
  static RawRecord moved(Record<byte[], byte[]> record) {
    Headers headers = record.headers();
    String topic = HeaderText.text(headers, HeaderText.ORIGIN + HeaderText.TOPIC);
    var origin = new Rekeyed(topic == null ? "" : topic,
        (int) HeaderText.number(headers, HeaderText.ORIGIN + HeaderText.PARTITION, -1),
        HeaderText.number(headers, HeaderText.ORIGIN + HeaderText.OFFSET, -1));
    long time = HeaderText.number(headers, HeaderText.ORIGIN + HeaderText.TIMESTAMP, -1);
    headers.remove(HeaderText.RECORD_TIME);
    HeaderText.PLACE.forEach(part -> headers.remove(HeaderText.ORIGIN + part));
    return new RawRecord(record.key(), record.value(), headers, origin, time, true);
  }

  /** Of key and value. */
  int bytes() {
    return length(key) + length(value);
  }

  /** Of the headers, names and values. */
  int headerBytes() {
    int bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() + length(header.value());
    }
    return bytes;
  }

  /**
   * What is kept of it when it is rejected: all, unless it would not fit into the topic once it is told where it was.
   * Compression lets a producer send records that are far larger.
   */
  RawRecord kept() {
    if (length(value) <= MAX_KEPT_VALUE_BYTES && bytes() + headerBytes() <= MAX_KEPT_BYTES) {
      return this;
    }
    byte[] keptKey = cut(key, Intake.MAX_RECORD_BYTES);
    byte[] keptValue = cut(value, MAX_KEPT_VALUE_BYTES);
    var keptHeaders = new RecordHeaders(
        headerBytes() <= Intake.MAX_RECORD_BYTES ? headers.toArray() : new Header[0]);
    HeaderText.put(keptHeaders, HeaderText.CUT, "key %d, value %d, headers %d bytes".formatted(length(key),
        length(value), headerBytes()));
    return new RawRecord(keptKey, keptValue, keptHeaders, origin, time, moved);
  }

  /** The headers of the record that is sent on: those that it came with, and where it was. */
  Headers headersToSendOn() {
    return headersWithPlace(HeaderText.ORIGIN);
  }

  /** The headers of the record that is rejected: those that it came with, where it was, and why. */
  Headers headersOfRejection(RefusedRecord refused) {
    var told = headersWithPlace(HeaderText.ERROR);
    HeaderText.put(told, HeaderText.ERROR_CODE, refused.code());
    HeaderText.put(told, HeaderText.ERROR_MESSAGE, Objects.toString(refused.getMessage()));
    return told;
  }

  private Headers headersWithPlace(String name) {
    var told = new RecordHeaders(headers.toArray());
    HeaderText.put(told, name + HeaderText.TOPIC, origin.topic());
    HeaderText.put(told, name + HeaderText.PARTITION, origin.partition());
    HeaderText.put(told, name + HeaderText.OFFSET, origin.offset());
    HeaderText.put(told, name + HeaderText.TIMESTAMP, time);
    return told;
  }

  /** Its first headers in words, for a person who looks for the producer. */
  public String headersTold() {
    var told = new StringJoiner(", ");
    Header[] all = headers.toArray();
    for (int i = 0; i < Math.min(all.length, MAX_HEADERS_TOLD); i++) {
      String text = HeaderText.text(headers, all[i].key());
      told.add(all[i].key() + "="
          + (text == null ? "" : text.substring(0, Math.min(text.length(), MAX_HEADER_BYTES_TOLD))));
    }
    return told.toString();
  }

  /** Its key in words, as far as a person needs it. */
  public String keyTold() {
    return key == null ? "" : new String(key, 0, Math.min(key.length, MAX_KEY_BYTES_TOLD), StandardCharsets.UTF_8);
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static byte @Nullable [] cut(byte @Nullable [] bytes, int max) {
    return bytes == null || bytes.length <= max ? bytes : Arrays.copyOf(bytes, max);
  }
}
