package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

import io.dialgate.bridge.feed.Feed;
import io.dialgate.wire.Topics;

/** Knows a destination's topics, and reads their records. For one thread. */
final class Mailroom {

  private final Map<String, FeedReader<?>> readers;
  private final String retries;
  private final String table;
  private final String destination;
  private final Duration reach;

  Mailroom(OutboxSettings settings, List<Feed<?>> feeds, String destination) {
    String prefix = settings.prefix();
    this.readers = new HashMap<>();
    feeds.forEach(feed -> readers.put(feed.topic().name(prefix), reader(feed, settings)));
    this.retries = Topics.BRIDGE_RETRIES.name(prefix);
    this.table = Topics.DNC_ENTRIES.name(prefix);
    this.destination = destination;
    this.reach = settings.reach();
  }

  /** All that it reads, by their whole names. */
  Collection<String> topics() {
    return Stream.concat(readers.keySet().stream(), Stream.of(retries)).collect(Collectors.toSet());
  }

  boolean isRetry(String topic) {
    return topic.equals(retries);
  }

  boolean isOurs(RetryHeaders was) {
    return was.destination().equals(destination);
  }

  /** Whether a group that has never read the partition starts some way back, and not at its beginning. */
  boolean startsLate(TopicPartition partition) {
    return !partition.topic().equals(table) && !partition.topic().equals(retries);
  }

  /** How far back that is. */
  Duration reach() {
    return reach;
  }

  /** What the letter says. One from a topic that the destination is not told of any more says nothing. */
  Reading read(Letter letter) {
    FeedReader<?> reader = readers.get(letter.topic());
    return reader == null ? new Reading.Nothing() : reader.read(letter);
  }

  private static <V extends SpecificRecord> FeedReader<V> reader(Feed<V> feed, OutboxSettings settings) {
    return new FeedReader<>(feed, settings.registry(), settings.prefix());
  }
}
