package io.dialgate.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a contestant has come: what it has committed of its input, and with it, exactly once, of its output. */
final class Progress implements AutoCloseable {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(20);
  private static final Duration AT_MOST = Duration.ofMinutes(20);

  private final Admin admin;

  Progress(Bench bench) {
    admin = Admin.create(Map.of("bootstrap.servers", bench.bootstrapServers()));
  }

  /** Waits until everything on the topic is committed by the group. */
  void awaitConsumed(Contestant contestant, String topic) {
    List<TopicPartition> partitions = partitions(topic);
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    Map<TopicPartition, Long> ends = ends(partitions);
    while (!consumed(contestant.group(), ends)) {
      if (System.nanoTime() > deadline || !contestant.process().isAlive()) {
        throw new IllegalStateException(
            "expected %s to process %s within %s, but it did not".formatted(contestant.name(), topic, AT_MOST));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private boolean consumed(String group, Map<TopicPartition, Long> ends) {
    var committed = get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    return ends.entrySet().stream().allMatch(end -> {
      var offset = committed.get(end.getKey());
      return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
    });
  }

  private List<TopicPartition> partitions(String topic) {
    return get(() -> admin.describeTopics(List.of(topic)).allTopicNames().get()).values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    var ends = new HashMap<TopicPartition, Long>();
    var specs = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(partition -> specs.put(partition, OffsetSpec.latest()));
    get(() -> admin.listOffsets(specs).all().get()).forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** A call that asks the broker. */
  private interface Call<T> {
    T make() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Call<T> call) {
    try {
      return call.make();
    } catch (ExecutionException e) {
      throw new IllegalStateException("expected the broker to answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("expected the broker to answer, but was interrupted", e);
    }
  }
}
