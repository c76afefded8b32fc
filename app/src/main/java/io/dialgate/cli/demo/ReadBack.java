package io.dialgate.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.dialgate.runtime.Unreachable;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** What the gate has written, read back from its topics from their first records on. Only what is committed is seen. */
final class ReadBack implements AutoCloseable {

  /** How long anything that must come may take. */
  static final Duration BOUND = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(20);

  /** Every decision about a request, in the order in which they were made. */
  final Map<String, List<DialDecision>> decisions = new HashMap<>();
  /** The table: the numbers that are on a list. */
  final Map<String, DncRecord> table = new TreeMap<>();
  final Map<String, List<Receipt>> receipts = new HashMap<>();
  /** Every answer to a transaction, in the order in which they were given. */
  final Map<String, List<RiskAssessment>> assessments = new HashMap<>();
  final List<Alert> alerts = new ArrayList<>();
  final List<ConsumerRecord<String, byte[]>> rejected = new ArrayList<>();
  /** Each log's entries, as stored. */
  final Map<Integer, List<ConsumerRecord<String, byte[]>>> audit = new TreeMap<>();

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> readers = new HashMap<>();
  private final AvroDeserializer<AuditEntry> auditEntries;
  private final BooleanSupplier stopped;

  /**
   * Reads the topics from their beginning.
   *
   * @param stopped whether somebody wants the demo to end
   */
  ReadBack(Map<String, Object> client, String prefix, SchemaRegistry registry, BooleanSupplier stopped) {
    this.stopped = stopped;
    this.auditEntries = new AvroDeserializer<>(AuditEntry.class, registry);
    values(prefix, registry, Topics.DIAL_DECISIONS,
        one -> decisions.computeIfAbsent(one.getRequestId(), _ -> new ArrayList<>()).add(one));
    values(prefix, registry, Topics.LIST_RECEIPTS,
        one -> receipts.computeIfAbsent(one.getEventId(), _ -> new ArrayList<>()).add(one));
    values(prefix, registry, Topics.RISK_ASSESSMENTS,
        one -> assessments.computeIfAbsent(one.getTransactionId(), _ -> new ArrayList<>()).add(one));
    values(prefix, registry, Topics.ALERTS, alerts::add);
    var records = new AvroDeserializer<>(DncRecord.class, registry);
    readers.put(Topics.DNC_ENTRIES.name(prefix), record -> {
      DncRecord entries = records.deserialize(record.topic(), record.value());
      var _ = entries == null ? table.remove(record.key()) : table.put(record.key(), entries);
    });
    readers.put(Topics.REJECTED_RECORDS.name(prefix), rejected::add);
    readers.put(Topics.AUDIT.name(prefix),
        record -> audit.computeIfAbsent(record.partition(), _ -> new ArrayList<>()).add(record));
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all = readers.keySet().stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /** Reads until it is there, or the bound is over: what is missing then fails the expectations that follow. */
  void await(BooleanSupplier there) {
    long deadline = System.nanoTime() + BOUND.toNanos();
    while (!there.getAsBoolean() && System.nanoTime() < deadline) {
      if (stopped.getAsBoolean()) {
        throw new Unreachable("expected the demo to play to its end, but it was stopped");
      }
      consumer.poll(POLL).forEach(this::read);
    }
  }

  AuditEntry auditEntry(ConsumerRecord<String, byte[]> record) {
    AuditEntry entry = auditEntries.deserialize(record.topic(), record.value());
    if (entry == null) {
      throw new IllegalStateException("expected an audit entry, but got a record without a value");
    }
    return entry;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    Consumer<ConsumerRecord<String, byte[]>> reader = readers.get(record.topic());
    if (reader != null) {
      reader.accept(record);
    }
  }

  private <V extends SpecificRecord> void values(String prefix, SchemaRegistry registry, Topic<V> topic,
      Consumer<V> seen) {
    var values = new AvroDeserializer<>(topic.value(), registry);
    readers.put(topic.name(prefix), record -> {
      V value = values.deserialize(record.topic(), record.value());
      if (value != null) {
        seen.accept(value);
      }
    });
  }
}
