package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.ledger.topic.LogTopic;

/** Hands on what is committed to a topic, all partitions of it, on a thread of its own. */
public final class TopicFollower implements AutoCloseable {

  /** Takes each record. */
  @FunctionalInterface
  public interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> record);
  }

  /** Where it begins. */
  public enum From {
    BEGINNING, END
  }

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;
  private final Visitor visitor;
  private final Map<TopicPartition, Long> ends;
  private final Thread thread;
  private volatile boolean wholeUpToStart;
  private volatile boolean closed;

  private TopicFollower(Map<String, Object> client, String topic, From from, Visitor visitor) {
    this.topic = topic;
    this.visitor = visitor;
    consumer = new KafkaConsumer<>(LogTopic.committedOnly(new HashMap<>(client)), new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
    List<TopicPartition> all = consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(all);
    ends = consumer.endOffsets(all);
    if (from == From.END) {
      ends.forEach(consumer::seek);
    } else {
      consumer.seekToBeginning(all);
    }
    thread = Thread.ofPlatform().name("follow-" + topic).daemon().unstarted(this::follow);
  }

  /** Follows from now on: when it returns, nothing that is caused afterwards can be missed. */
  public static TopicFollower start(Map<String, Object> client, String topic, From from, Visitor visitor) {
    var follower = new TopicFollower(client, topic, from, visitor);
    follower.thread.start();
    return follower;
  }

  public int partitions() {
    return ends.size();
  }

  /** Whether all that was there when it started has been handed on. */
  public boolean wholeUpToStart() {
    return wholeUpToStart;
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(STOPS_WITHIN)) {
        // It waits with a record for the registry of schemas.
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (consumer) {
      while (!closed) {
        try {
          consumer.poll(POLL).forEach(this::visit);
          wholeUpToStart = wholeUpToStart
              || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        } catch (RuntimeException e) {
          LOG.atWarn().addKeyValue("topic", topic).setCause(e).log("could not be followed; tries again");
          LockSupport.parkNanos(AGAIN_AFTER.toNanos());
        }
      }
    }
  }

  /** One record that cannot be read must not hide those behind it. */
  private void visit(ConsumerRecord<byte[], byte[]> record) {
    try {
      visitor.visit(record);
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("topic", topic).addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset()).setCause(e).log("could not be read");
    }
  }
}
