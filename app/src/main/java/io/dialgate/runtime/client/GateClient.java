package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.Receipt;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/** Asks the gate, and tells it, and waits until it has answered. For one thread. */
public final class GateClient implements AutoCloseable {

  private final Map<String, Object> client;
  private final String prefix;
  private final Duration timeout;
  private final SchemaRegistry registry;
  private final GateWriter writer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  /**
   * Connects when it is first used.
   *
   * @param timeout how long one question may take
   */
  public GateClient(Settings settings, Cluster cluster, Duration timeout) {
    this.client = settings.client(cluster.bootstrapServers());
    this.prefix = settings.topics().prefix();
    this.timeout = timeout;
    this.registry = new PatientRegistry(new ConfluentRegistry(cluster.schemaRegistry().toString()), timeout);
    this.writer = new GateWriter(client, prefix, registry);
  }

  /**
   * Asks about several numbers.
   *
   * @param requests by the key under which each is sent
   * @return the answers, in the order of the questions
   * @throws Unreachable if they do not all come in time
   */
  public List<DialDecision> ask(Map<DialRequest, String> requests) {
    Map<String, DialDecision> answers = new HashMap<>();
    try (var tail = tail(Topics.DIAL_DECISIONS, DialDecision.class)) {
      requests.forEach((request, key) -> send(Topics.DIAL_REQUESTS, key, request));
      awaitAcknowledged();
      await(() -> {
        tail.poll(decision -> answers.putIfAbsent(decision.getRequestId(), decision));
        return requests.keySet().stream().allMatch(request -> answers.containsKey(request.getRequestId()));
      }, "an answer to every request");
    }
    return requests.keySet().stream().map(request -> answers.get(request.getRequestId())).toList();
  }

  /**
   * Tells the gate of list events, and returns when they are in force.
   *
   * @param topic where they go
   * @param events by the key under which each is sent
   * @param id of an event
   * @param everywhere whether every task has to know of them
   * @return the receipts of each event, in the order of the events
   * @throws Unreachable if they do not all come in time
   */
  public <R extends SpecificRecord> Map<R, List<Receipt>> tell(Topic<R> topic, Map<R, String> events,
      Function<R, String> id, boolean everywhere) {
    Map<String, List<Receipt>> receipts = new HashMap<>();
    try (var tail = tail(Topics.LIST_RECEIPTS, Receipt.class)) {
      int wanted = everywhere ? tail.partitions() : 1;
      events.forEach((event, key) -> send(topic, key, event));
      awaitAcknowledged();
      await(() -> {
        tail.poll(receipt -> receipts.computeIfAbsent(receipt.getEventId(), _ -> new ArrayList<>()).add(receipt));
        return events.keySet().stream()
            .allMatch(event -> receipts.getOrDefault(id.apply(event), List.of()).size() >= wanted);
      }, "a receipt for every event");
    }
    Map<R, List<Receipt>> byEvent = new LinkedHashMap<>();
    events.keySet().forEach(event -> byEvent.put(event, receipts.getOrDefault(id.apply(event), List.of())));
    return byEvent;
  }

  /**
   * Writes records that nobody answers, in their order, and returns when all in-sync replicas have them.
   *
   * @throws Unreachable if they do not come to have them
   */
  public <R extends SpecificRecord> void write(Topic<R> topic, Map<R, String> records) {
    records.forEach((record, key) -> send(topic, key, record));
    awaitAcknowledged();
  }

  /**
   * Records what an operator did, and returns when the audit has it.
   *
   * @return its entry
   * @throws Unreachable if it does not come in time
   */
  public AuditEntry record(OperatorAction action) {
    AtomicReference<@Nullable AuditEntry> found = new AtomicReference<>();
    try (var tail = tail(Topics.AUDIT, AuditEntry.class)) {
      send(Topics.OPERATOR_ACTIONS, action.getSubject(), action);
      awaitAcknowledged();
      await(() -> {
        tail.poll(entry -> {
          if (entry.getType().equals(Topics.OPERATOR_ACTIONS.shortName())
              && entry.getSubject().equals(action.getSubject())) {
            found.set(entry);
          }
        });
        return found.get() != null;
      }, "the audit's entry");
    }
    return Objects.requireNonNull(found.get());
  }

  @Override
  public void close() {
    writer.close();
  }

  private <V extends SpecificRecord> TopicTail<V> tail(Topic<V> topic, Class<V> type) {
    try {
      return new TopicTail<>(client, topic.name(prefix), new AvroDeserializer<>(type, registry));
    } catch (KafkaException e) {
      throw new Unreachable("expected a running gate at %s, but got '%s'; start one with 'dialgate up', or set %s"
          .formatted(client.get("bootstrap.servers"), e.getMessage(), "kafka.bootstrap.servers"), e);
    }
  }

  private void send(Topic<?> topic, String key, SpecificRecord record) {
    sent.add(writer.send(topic, key, record));
  }

  /** By all in-sync replicas; what was not, was not sent, and nobody may believe that it was. */
  private void awaitAcknowledged() {
    writer.flush();
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new Unreachable("expected the broker to acknowledge, but got '%s'; nothing may have been changed, try again"
          .formatted(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("expected the broker to acknowledge, but was interrupted", e);
    } finally {
      sent.clear();
    }
  }

  private void await(BooleanSupplier done, String what) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new Unreachable(
            "expected %s within %s, but the gate has not given it; see whether it is ready, and what it logs"
                .formatted(what, timeout));
      }
    }
  }
}
