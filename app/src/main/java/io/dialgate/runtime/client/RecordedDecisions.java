package io.dialgate.runtime.client;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.ConfluentRegistry;

/** The decisions in the audit: what was decided, from what, and where it is recorded. */
public final class RecordedDecisions implements AutoCloseable {

  private final WholeTopic<AuditEntry> audit;
  private final AvroCodec<DialDecision> codec;

  /** Finds the audit's beginning and end. */
  public RecordedDecisions(Settings settings, Cluster cluster) {
    this.audit = new WholeTopic<>(settings, cluster, Topics.AUDIT, AuditEntry.class);
    this.codec = new AvroCodec<>(DialDecision.class, new ConfluentRegistry(cluster.schemaRegistry().toString()),
        Topics.DIAL_DECISIONS.subject(settings.topics().prefix()).orElseThrow());
  }

  /** About how many entries there are, of every kind. */
  public long size() {
    return audit.size();
  }

  /**
   * Hands on each decision of a time, with the entry that records it.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param progress is told how many entries were looked at
   */
  public void forEach(Instant from, Instant to, LongConsumer progress, BiConsumer<AuditEntry, DialDecision> visitor) {
    audit.forEach(entry -> {
      progress.accept(audit.read());
      if (entry.getType().equals(Topics.DIAL_DECISIONS.shortName())) {
        DialDecision decision = decision(entry);
        if (!decision.getDecidedAt().isBefore(from) && decision.getDecidedAt().isBefore(to)) {
          visitor.accept(entry, decision);
        }
      }
    });
  }

  @Override
  public void close() {
    audit.close();
  }

  private DialDecision decision(AuditEntry entry) {
    byte[] event = new byte[entry.getEvent().remaining()];
    entry.getEvent().duplicate().get(event);
    return switch (codec.decode(event)) {
      case Decoding.Decoded<DialDecision>(DialDecision decision, int _) -> decision;
      case Decoding.Malformed<DialDecision>(String code, String message) -> throw new IllegalStateException(
          "expected entry %d of log %s to be a decision, but %s: %s".formatted(entry.getIndex(), entry.getLog(), code,
              message));
    };
  }
}
