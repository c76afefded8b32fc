package io.dialgate.topology.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.hash.Sha256;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.OmittedEvent;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;

/** Gives each fact the next index of its log, and adds its hash to the log's tree. */
final class LogProcessor implements Processor<byte[], byte[], String, Leaf> {

  /** The store of the log's size and frontier. */
  static final String FRONTIERS = "log-frontier";

  /** The header that carries the entry's leaf hash (RFC 6962), 32 bytes. */
  static final String LEAF_HASH = "dialgate.leaf.hash";

  /**
   * The largest fact that is copied, key and value, so that its entry stays under 65,535 bytes (C2SP tlog-tiles). Of a larger
   * one, such as a very long policy, the entry has size and hash.
   */
  static final int MAX_EVENT_BYTES = 64_000;

  /** A key that is longer is cut where its fact is omitted, in characters. */
  private static final int MAX_SUBJECT = 256;

  /** How long a transaction may take to become visible after it was committed. */
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

  private final AuditSettings settings;
  private final AvroCodec<AuditEntry> codec;
  private final LeafHash leafHash = new LeafHash();
  private @Nullable LogEnd end;
  private @Nullable ProcessorContext<String, Leaf> context;

  LogProcessor(AuditSettings settings) {
    this.settings = settings;
    this.codec = new AvroCodec<>(AuditEntry.class, settings.registry(),
        Topics.AUDIT.subject(settings.prefix()).orElseThrow());
  }

  @Override
  public void init(ProcessorContext<String, Leaf> processorContext) {
    context = processorContext;
    end = LogEnd.restored(processorContext.getStateStore(FRONTIERS));
    requireAgreement(processorContext.taskId().partition(), end);
  }

  /** What was restored and what is committed were one transaction; where they differ, one of the two is not to be trusted. */
  private void requireAgreement(int log, LogEnd restored) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    Optional<CommittedLog.Last> committed = settings.committed().last(log);
    while (restored.isAheadOf(committed) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
      committed = settings.committed().last(log);
    }
    if (!restored.agreesWith(committed)) {
      throw new BrokenLog(origin(log), restored.text(), LogEnd.text(committed));
    }
  }

  @Override
  public void process(Record<byte[], byte[]> fact) {
    if (fact.value() == null) {
      // A tombstone is no fact: no input takes it. It is kept in rejected-records.
      return;
    }
    ProcessorContext<String, Leaf> out = Objects.requireNonNull(context);
    LogEnd log = Objects.requireNonNull(end);
    int partition = out.taskId().partition();
    byte[] entry = codec.encode(entry(log.size(), partition, fact, out.recordMetadata().orElseThrow()));
    byte[] hash = leafHash.of(entry);
    log.append(hash);
    var headers = new RecordHeaders().add(LEAF_HASH, hash);
    out.forward(new Record<>(subject(fact), new Leaf(partition, entry), fact.timestamp(), headers));
  }

  private AuditEntry entry(long index, int log, Record<byte[], byte[]> fact, RecordMetadata at) {
    Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
    String type = at.topic().substring(settings.prefix().length());
    byte[] event = fact.value();
    if (bytes(fact) > MAX_EVENT_BYTES) {
      String cut = subject(fact).substring(0, Math.min(MAX_SUBJECT, subject(fact).length()));
      var omitted = new OmittedEvent(event.length, ByteBuffer.wrap(Sha256.digest().digest(event)));
      return new AuditEntry(index, origin(log), now, type, cut, at.partition(), at.offset(),
          ByteBuffer.allocate(0), omitted);
    }
    return new AuditEntry(index, origin(log), now, type, subject(fact), at.partition(), at.offset(),
        ByteBuffer.wrap(event), null);
  }

  private String origin(int log) {
    return settings.origin() + "/" + log;
  }

  private static String subject(Record<byte[], byte[]> fact) {
    return fact.key() == null ? "" : new String(fact.key(), StandardCharsets.UTF_8);
  }

  /** Of the key as text, and the value. A byte of a key that is no text becomes three. */
  private static int bytes(Record<byte[], byte[]> fact) {
    return fact.value().length + (fact.key() == null ? 0 : 3 * fact.key().length);
  }
}
