package io.dialgate.runtime.client;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.ledger.topic.TopicCheck;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.json.FactJson;
import io.dialgate.wire.record.EntryEnvelope;
import io.dialgate.wire.registry.ConfluentRegistry;

/** Every fact in the audit, log by log, in the order of each. */
public final class RecordedFacts implements AutoCloseable {

  private final ConfluentRegistry registry;
  private final FactJson facts;
  private final TopicCheck topic;
  private final String origin;
  private final int logs;

  /**
   * Connects.
   *
   * @throws Unreachable if the broker or the topic cannot be reached
   */
  public RecordedFacts(Settings settings, Cluster cluster) {
    Map<String, Object> client = settings.client(cluster.bootstrapServers());
    try (var look = new LogTopic(client, settings.topics().prefix())) {
      this.logs = look.logs();
    } catch (KafkaException e) {
      throw new Unreachable("expected a running gate at %s, but got '%s'; start one with 'dialgate up', or set %s"
          .formatted(cluster.bootstrapServers(), e.getMessage(), "kafka.bootstrap.servers"), e);
    }
    this.topic = new TopicCheck(client, settings.topics().prefix());
    this.registry = new ConfluentRegistry(cluster.schemaRegistry().toString());
    this.facts = new FactJson(registry);
    this.origin = settings.audit().origin();
  }

  /** Takes a fact. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a fact.
     *
     * @param log its log's partition
     * @param entry that records it
     * @param fact null if the entry has only its hash, or it cannot be read
     */
    void visit(int log, EntryEnvelope entry, @Nullable SpecificRecord fact);
  }

  /** About how many there are. */
  public long size() {
    long size = 0;
    for (int log = 0; log < logs; log++) {
      size += topic.size(log);
    }
    return size;
  }

  /**
   * Hands on each fact.
   *
   * @param progress is told how many were looked at
   * @throws IllegalStateException if a log is broken
   */
  public void forEach(LongConsumer progress, Visitor visitor) {
    long[] seen = {0};
    for (int each = 0; each < logs; each++) {
      int log = each;
      try {
        topic.check(log, origin + "/" + log, List.of(), entry -> {
          visitor.visit(log, entry.content(), facts.fact(entry.content()).orElse(null));
          progress.accept(++seen[0]);
        });
      } catch (NotProven failure) {
        throw new IllegalStateException("expected whole logs, but: %s (dialgate audit verify tells more)"
            .formatted(failure.getMessage()), failure);
      }
    }
  }

  /** An entry with its fact as JSON. */
  public FactJson json() {
    return facts;
  }

  @Override
  public void close() {
    topic.close();
    registry.close();
  }
}
