package io.dialgate.runtime.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.Topics;

/**
 * How far the gate has come with {@code registry-deltas}. What it has committed of its input is in its table, and in
 * {@code dnc-entries}: exactly-once commits all three together.
 */
final class GateProgress implements AutoCloseable {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(200);

  private final Admin admin;
  private final String group;
  private final List<TopicPartition> partitions;

  GateProgress(Settings settings, Cluster cluster) {
    admin = Admin.create(settings.client(cluster.bootstrapServers()));
    group = settings.applicationId(Role.GATE);
    String topic = Topics.REGISTRY_DELTAS.name(settings.topics().prefix());
    try {
      partitions = get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
          .flatMap(description -> description.partitions().stream())
          .map(info -> new TopicPartition(topic, info.partition())).toList();
    } catch (RuntimeException e) {
      admin.close();
      throw e;
    }
  }

  /**
   * Returns when everything is in force that lies on the topic now.
   *
   * @param patience how long it may come no further
   * @throws Unreachable if it comes no further
   */
  void awaitInForce(Duration patience, Stages stages) {
    Map<TopicPartition, Long> ends = ends();
    long first = missing(ends);
    if (first == 0) {
      return;
    }
    stages.begin("waiting until the gate has taken what is published", first);
    long missing = first;
    long since = System.nanoTime();
    while (missing > 0) {
      if (System.nanoTime() - since > patience.toNanos()) {
        throw new Unreachable(
            "expected the gate to take the %,d deltas that are left, but it has taken none for %s; see whether it runs, then import the same files again: it goes on where it is"
                .formatted(missing, patience));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
      long now = missing(ends);
      since = now < missing ? System.nanoTime() : since;
      missing = now;
      stages.at(first - missing);
    }
    stages.end();
  }

  @Override
  public void close() {
    admin.close();
  }

  private long missing(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed = get(
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    long missing = 0;
    for (var end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      missing += Math.max(0, end.getValue() - (offset == null ? 0 : offset.offset()));
    }
    return missing;
  }

  private Map<TopicPartition, Long> ends() {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    partitions.forEach(partition -> specs.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(specs).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new Unreachable(
          "expected the broker to tell how far the gate is, but got '%s'; start one with 'dialgate up'"
              .formatted(e.getCause()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("expected the broker to tell how far the gate is, but was interrupted", e);
    }
  }
}
