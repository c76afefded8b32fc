package io.dialgate.runtime.client;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

import org.apache.avro.specific.SpecificRecord;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.ConfluentRegistry;

/**
 * The facts of one kind in the audit, and where each is recorded.
 *
 * @param <V> what they are
 */
public final class Recorded<V extends SpecificRecord> implements AutoCloseable {

  private final WholeTopic<AuditEntry> audit;
  private final AvroCodec<V> codec;
  private final Topic<V> topic;
  private final Function<V, Instant> at;

  /**
   * Finds the audit's beginning and end.
   *
   * @param topic on which they were
   * @param at when one was made
   */
  public Recorded(Settings settings, Cluster cluster, Topic<V> topic, Function<V, Instant> at) {
    this.topic = topic;
    this.at = at;
    this.audit = new WholeTopic<>(settings, cluster, Topics.AUDIT, AuditEntry.class);
    this.codec = new AvroCodec<>(topic.value(), new ConfluentRegistry(cluster.schemaRegistry().toString()),
        topic.subject(settings.topics().prefix()).orElseThrow());
  }

  /** About how many entries there are, of every kind. */
  public long size() {
    return audit.size();
  }

  /**
   * Hands on each fact of a time, with the entry that records it.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param progress is told how many entries were looked at
   */
  public void forEach(Instant from, Instant to, LongConsumer progress, BiConsumer<AuditEntry, V> visitor) {
    audit.forEach(entry -> {
      progress.accept(audit.read());
      if (entry.getType().equals(topic.shortName())) {
        V fact = fact(entry);
        Instant made = at.apply(fact);
        if (!made.isBefore(from) && made.isBefore(to)) {
          visitor.accept(entry, fact);
        }
      }
    });
  }

  @Override
  public void close() {
    audit.close();
  }

  private V fact(AuditEntry entry) {
    byte[] event = new byte[entry.getEvent().remaining()];
    entry.getEvent().duplicate().get(event);
    return switch (codec.decode(event)) {
      case Decoding.Decoded<V>(V fact, int _) -> fact;
      case Decoding.Malformed<V>(String code, String message) -> throw new IllegalStateException(
          "expected entry %d of log %s to be a record of %s, but %s: %s".formatted(entry.getIndex(), entry.getLog(),
              topic, code, message));
    };
  }
}
