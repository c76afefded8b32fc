package io.dialgate.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;

/**
 * Reads what stands for a number from the store of the task that decides about it. The task writes its store before it
 * commits: an answer can be one commit interval ahead of what others can read of it, and never behind.
 *
 * @param streams the gate
 * @param self where this instance is reached
 * @param exact the store of numbers
 * @param wide the store of prefixes and hashes, all of which every task has
 * @param partitions that the store of numbers has
 */
public record NumberQuery(KafkaStreams streams, HostInfo self, String exact, String wide, int partitions) {

  /** Prefixes that one range passes over at most. */
  static final int MAX_PASSED = 100;

  /** Characters of the shortest prefix: the plus and a digit. */
  private static final int SHORTEST = 2;

  private static final String MOVING = "the number's partition is being taken over";

  /** Asks here first: whether the task is active here, the store itself knows. */
  public Found of(PhoneNumber number) {
    try {
      int partition = Utils.toPositive(Utils.murmur2(number.e164().getBytes(StandardCharsets.UTF_8))) % partitions;
      return here(number, partition) instanceof Found.Here found ? found : elsewhere(number);
    } catch (StreamsNotStartedException | IllegalStateException e) {
      return new Found.Nowhere("the gate is not running here");
    } catch (StreamsException e) {
      return new Found.Nowhere(MOVING);
    }
  }

  private Found elsewhere(PhoneNumber number) {
    KeyQueryMetadata owner = streams.queryMetadataForKey(exact, number.e164(), new StringSerializer());
    boolean known = !owner.equals(KeyQueryMetadata.NOT_AVAILABLE) && !owner.activeHost().equals(HostInfo.unavailable());
    return known && !owner.activeHost().equals(self)
        ? new Found.Elsewhere(owner.activeHost().host() + ":" + owner.activeHost().port())
        : new Found.Nowhere(MOVING);
  }

  private Found here(PhoneNumber number, int partition) {
    List<Found.Keyed> entries = new ArrayList<>();
    Map<String, Long> positions = new HashMap<>();
    if (!read(exact, number.e164(), partition, entries, positions)) {
      return new Found.Nowhere(MOVING);
    }
    boolean whole = read(wide, NumberHash.of(number), partition, entries, new HashMap<>())
        && (readPrefixes(number, partition, entries) || readEachPrefix(number, partition, entries));
    if (!whole) {
      return new Found.Nowhere(MOVING);
    }
    return new Found.Here(entries, partition, positions);
  }

  /** Whether the store's task is active here. */
  private boolean read(String store, String key, int partition, List<Found.Keyed> entries,
      Map<String, Long> positions) {
    var query = StateQueryRequest.inStore(store).withQuery(KeyQuery.<String, NumberEntries>withKey(key))
        .withPartitions(Set.of(partition)).requireActive();
    QueryResult<NumberEntries> result = streams.query(query).getPartitionResults().get(partition);
    if (result == null || result.isFailure()) {
      return false;
    }
    Optional.ofNullable(result.getResult()).ifPresent(found -> entries.add(new Found.Keyed(key, found)));
    Position position = result.getPosition();
    if (position != null) {
      position.getTopics().forEach(topic -> Optional.ofNullable(position.getPartitionPositions(topic).get(partition))
          .ifPresent(offset -> positions.put(topic, offset)));
    }
    return true;
  }

  /**
   * What covers a number lies between its first digit and itself, and mostly little else does: one range costs less than a look
   * for each of its prefixes.
   *
   * @return false if too much else lies there, or the store's task is not active here
   */
  private boolean readPrefixes(PhoneNumber number, int partition, List<Found.Keyed> entries) {
    var query = StateQueryRequest.inStore(wide)
        .withQuery(RangeQuery.<String, NumberEntries>withRange(number.e164().substring(0, SHORTEST), number.e164()))
        .withPartitions(Set.of(partition)).requireActive();
    var result = streams.query(query).getPartitionResults().get(partition);
    if (result == null || result.isFailure()) {
      return false;
    }
    List<Found.Keyed> covering = new ArrayList<>();
    int passed = 0;
    try (var prefixes = result.getResult()) {
      while (prefixes.hasNext()) {
        var prefix = prefixes.next();
        if (++passed > MAX_PASSED) {
          return false;
        }
        if (number.e164().startsWith(prefix.key)) {
          covering.add(new Found.Keyed(prefix.key, prefix.value));
        }
      }
    }
    return entries.addAll(covering) || covering.isEmpty();
  }

  private boolean readEachPrefix(PhoneNumber number, int partition, List<Found.Keyed> entries) {
    for (int end = SHORTEST; end < number.e164().length(); end++) {
      if (!read(wide, number.e164().substring(0, end), partition, entries, new HashMap<>())) {
        return false;
      }
    }
    return true;
  }
}
