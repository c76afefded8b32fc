package io.dialgate.bridge.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.feed.Feed;
import io.dialgate.bridge.feed.Mail;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Reads the records of one feed. For one thread.
 *
 * @param <V> their class
 */
final class FeedReader<V extends SpecificRecord> {

  private final Feed<V> feed;
  private final AvroCodec<V> codec;

  FeedReader(Feed<V> feed, SchemaRegistry registry, String prefix) {
    this.feed = feed;
    this.codec = new AvroCodec<>(feed.topic().value(), registry, feed.topic().subject(prefix).orElseThrow());
  }

  /**
   * What the record is.
   *
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if that cannot be known now
   */
  Reading read(Letter letter) {
    byte[] value = letter.value();
    if (value == null) {
      return told(letter, null);
    }
    return switch (codec.decode(value)) {
      case Decoding.Decoded<V>(V decoded, int _) -> told(letter, decoded);
      case Decoding.Malformed<V>(String code, String message) -> new Reading.Unreadable(code + ": " + message);
    };
  }

  private Reading told(Letter letter, @Nullable V value) {
    byte[] key = letter.key();
    var mail = new Mail<>(key == null ? "" : new String(key, StandardCharsets.UTF_8), value, letter.place(),
        Instant.ofEpochMilli(letter.timestamp()));
    return feed.item(mail).<Reading>map((Item item) -> new Reading.Told(item)).orElseGet(Reading.Nothing::new);
  }
}
