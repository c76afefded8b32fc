package io.dialgate.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.QueryResult;
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
 */
public record NumberQuery(KafkaStreams streams, HostInfo self, String exact, String wide) {

  private static final String MOVING = "the number's partition is being taken over";

  /** Asks. */
  public Found of(PhoneNumber number) {
    try {
      KeyQueryMetadata owner = streams.queryMetadataForKey(exact, number.e164(), new StringSerializer());
      if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE) || owner.activeHost().equals(HostInfo.unavailable())) {
        return new Found.Nowhere(MOVING);
      }
      return owner.activeHost().equals(self)
          ? here(number, owner.partition())
          : new Found.Elsewhere(owner.activeHost().host() + ":" + owner.activeHost().port());
    } catch (StreamsNotStartedException | IllegalStateException e) {
      return new Found.Nowhere("the gate is not running here");
    } catch (StreamsException e) {
      return new Found.Nowhere(MOVING);
    }
  }

  private Found here(PhoneNumber number, int partition) {
    List<Found.Keyed> entries = new ArrayList<>();
    Map<String, Long> positions = new HashMap<>();
    if (!read(exact, number.e164(), partition, entries, positions)) {
      return new Found.Nowhere(MOVING);
    }
    for (String key : wideKeys(number)) {
      if (!read(wide, key, partition, entries, new HashMap<>())) {
        return new Found.Nowhere(MOVING);
      }
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

  /** The hash, and every prefix. */
  private static List<String> wideKeys(PhoneNumber number) {
    List<String> keys = new ArrayList<>(List.of(NumberHash.of(number)));
    for (int end = 2; end < number.e164().length(); end++) {
      keys.add(number.e164().substring(0, end));
    }
    return keys;
  }
}
