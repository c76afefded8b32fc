package io.dialgate.runtime.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.dialgate.runtime.Refused;
import io.dialgate.wire.Topic;

/**
 * The rule of co-partitioning: a number's records lie on the same partition of every topic only if all have equally many.
 * With unequal counts a request would be decided without its opt-outs, in silence; so the start is refused.
 */
final class PartitionCounts {

  private PartitionCounts() {}

  /**
   * The one count of all co-partitioned topics.
   *
   * @param topics all topics of Dialgate
   * @param existing partitions of those that exist, by topic
   * @param wanted partitions that the missing ones will get
   * @throws Refused if the existing ones differ among each other, or from those still to be created, or if a topic whose order
   * matters has several
   */
  static int agreed(List<Topic<?>> topics, Map<Topic<?>, Integer> existing, int wanted) {
    refuseSplitOrder(topics, existing);
    Map<Integer, List<String>> byCount = new TreeMap<>();
    List<Topic<?>> shared = topics.stream()
        .filter(topic -> topic.partitioning() == Topic.Partitioning.CO_PARTITIONED).toList();
    for (Topic<?> topic : shared) {
      Integer count = existing.get(topic);
      if (count != null) {
        byCount.computeIfAbsent(count, any -> new ArrayList<>()).add(topic.shortName());
      }
    }
    if (byCount.size() > 1) {
      throw new Refused("expected the same number of partitions for all topics that share state, but got "
          + words(byCount) + "; recreate those that differ, or choose another topics.prefix");
    }
    int agreed = byCount.keySet().stream().findFirst().orElse(wanted);
    boolean someMissing = shared.stream().anyMatch(topic -> !existing.containsKey(topic));
    if (someMissing && agreed != wanted) {
      throw new Refused(("expected topics.partitions to be %d, as the topics have that exist already, but got %d; "
          + "set topics.partitions to %d").formatted(agreed, wanted, agreed));
    }
    return agreed;
  }

  private static void refuseSplitOrder(List<Topic<?>> topics, Map<Topic<?>, Integer> existing) {
    for (Topic<?> topic : topics) {
      int count = existing.getOrDefault(topic, 1);
      if (topic.partitioning() == Topic.Partitioning.SINGLE && count != 1) {
        throw new Refused(("expected 1 partition for topic %s, because its order as a whole matters, but got %d; "
            + "recreate it, or choose another topics.prefix").formatted(topic, count));
      }
    }
  }

  /** The fewest topics first: they are probably those that are wrong. */
  private static String words(Map<Integer, List<String>> byCount) {
    return byCount.entrySet().stream().sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(entry -> entry.getKey() + " for " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
