package io.dialgate.runtime.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** Creates the topics that are missing, and checks those that are there. Safe to run by several instances at once. */
public final class TopicAdmin {

  /** How long a topic that was created may take until every broker asked knows it. */
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);

  private static final String IN_SYNC = "min.insync.replicas";

  private final Broker broker;
  private final Settings.Topics settings;

  /**
   * Works on one cluster.
   *
   * @param admin stays the caller's to close
   * @param settings the prefix, and how missing topics are created
   */
  public TopicAdmin(Admin admin, Settings.Topics settings) {
    this.broker = new Broker(admin);
    this.settings = settings;
  }

  /**
   * Makes all topics of {@link Topics#ALL} exist.
   *
   * @throws io.dialgate.runtime.Refused if topics that share state have, or would get, unequal partition counts; nothing is
   * created then
   * @throws Unreachable if the broker does not answer, or does not let this client do it
   */
  public TopicReport prepare() {
    Map<Topic<?>, Integer> existing = existing();
    PartitionCounts.agreed(Topics.ALL, existing, settings.partitions());
    List<Topic<?>> missing = new ArrayList<>(Topics.ALL);
    missing.removeAll(existing.keySet());
    if (!missing.isEmpty()) {
      broker.create(missing.stream().map(this::toCreate).collect(Collectors.toSet()));
    }
    int agreed = PartitionCounts.agreed(Topics.ALL, awaitAll(), settings.partitions());
    List<String> warnings = new ArrayList<>(warnings(existing.keySet()));
    warnings.addAll(fewAcknowledgements());
    return new TopicReport(agreed, missing.stream().map(this::name).toList(), warnings);
  }

  /** What is in the audit must not be lost with one broker: an append counts once a majority of the copies has it. */
  private List<String> fewAcknowledgements() {
    List<String> names = Stream.of(Topics.AUDIT, Topics.AUDIT_CHECKPOINTS).map(this::name).toList();
    Map<String, Map<String, String>> settings = broker.settings(names);
    List<String> warnings = new ArrayList<>();
    broker.copies(names).forEach((name, copies) -> {
      int insync = Integer.parseInt(settings.getOrDefault(name, Map.of()).getOrDefault(IN_SYNC, "1"));
      if (insync < majority(copies)) {
        warnings.add(
            "expected %s=%d for topic %s, a majority of its %d copies, but got %d; alter the topic, since what one broker alone has can be lost with it"
                .formatted(IN_SYNC, majority(copies), name, copies, insync));
      }
    });
    return warnings;
  }

  private static int majority(int copies) {
    return copies / 2 + 1;
  }

  private Map<Topic<?>, Integer> existing() {
    Map<String, Integer> found = broker.partitions(Topics.ALL.stream().map(this::name).toList());
    Map<Topic<?>, Integer> existing = new HashMap<>();
    for (Topic<?> topic : Topics.ALL) {
      Integer partitions = found.get(name(topic));
      if (partitions != null) {
        existing.put(topic, partitions);
      }
    }
    return existing;
  }

  /** The controller has created them, but the broker that is asked next may not have heard of it yet. */
  private Map<Topic<?>, Integer> awaitAll() {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    Map<Topic<?>, Integer> existing = existing();
    while (existing.size() < Topics.ALL.size()) {
      if (System.nanoTime() > deadline) {
        throw new Unreachable("expected all %d topics to be visible within %d s, but got %d; look at the brokers' logs"
            .formatted(Topics.ALL.size(), VISIBLE_WITHIN.toSeconds(), existing.size()));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
      existing = existing();
    }
    return existing;
  }

  private NewTopic toCreate(Topic<?> topic) {
    Optional<Integer> partitions = Optional.of(switch (topic.partitioning()) {
      case CO_PARTITIONED -> settings.partitions();
      case SINGLE -> 1;
    });
    Optional<Short> copies = settings.replicationFactor() < 1
        ? Optional.empty()
        : Optional.of(settings.replicationFactor());
    Map<String, String> configs = new TreeMap<>(declared(topic));
    if (topic.equals(Topics.AUDIT) || topic.equals(Topics.AUDIT_CHECKPOINTS)) {
      copies.ifPresent(known -> configs.put(IN_SYNC, Integer.toString(majority(known))));
    }
    return new NewTopic(name(topic), partitions, copies).configs(configs);
  }

  /** An existing topic's settings are its owner's: what differs is said, not changed. */
  private List<String> warnings(Set<Topic<?>> existing) {
    if (existing.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, String>> actual = broker.settings(existing.stream().map(this::name).toList());
    return Topics.ALL.stream().filter(existing::contains)
        .flatMap(topic -> differences(topic, actual.getOrDefault(name(topic), Map.of())).stream()).toList();
  }

  private List<String> differences(Topic<?> topic, Map<String, String> actual) {
    List<String> differences = new ArrayList<>();
    declared(topic).forEach((key, wanted) -> {
      String found = actual.getOrDefault(key, "nothing");
      if (!found.equals(wanted)) {
        differences.add("expected %s=%s for topic %s, but got %s; alter the topic, or make sure that it is meant so"
            .formatted(key, wanted, name(topic), found));
      }
    });
    return differences;
  }

  private static Map<String, String> declared(Topic<?> topic) {
    Map<String, String> declared = new TreeMap<>(topic.retention().settings());
    declared.putAll(topic.settings());
    return declared;
  }

  private String name(Topic<?> topic) {
    return topic.name(settings.prefix());
  }
}
