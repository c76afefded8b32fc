package io.dialgate.runtime.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.runtime.client.TopicFollower;
import io.dialgate.wire.Topics;

/**
 * The hashes of all numbers that are listed, and of the hashes that are. It keeps the first 64 bits of each: of 300 million
 * listed numbers, another number has the same ones by chance once in 60 billion questions. What only a prefix covers is not in
 * it.
 */
final class HashIndex implements AutoCloseable {

  private static final int HEX_DIGITS = 16;

  private final Set<Long> hashes = ConcurrentHashMap.newKeySet();
  private final TopicFollower follower;

  HashIndex(Map<String, Object> client, String prefix) {
    follower = TopicFollower.start(client, Topics.DNC_ENTRIES.name(prefix), TopicFollower.From.BEGINNING, this::note);
  }

  boolean isWhole() {
    return follower.wholeUpToStart();
  }

  boolean has(String hash) {
    return hashes.contains(first(hash));
  }

  @Override
  public void close() {
    follower.close();
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (key.startsWith("+") && !PhoneNumber.isE164(key)) {
      return;
    }
    long hash = first(key.startsWith("+") ? NumberHash.of(new PhoneNumber(key)) : key);
    if (record.value() == null) {
      hashes.remove(hash);
    } else {
      hashes.add(hash);
    }
  }

  private static long first(String hash) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hash, 0, HEX_DIGITS)).getLong();
  }
}
