package io.dialgate.topology.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;

/** Gives each fact the next index of its log, and adds its hash to the log's tree. */
final class LogProcessor implements Processor<byte[], byte[], String, Leaf> {

  /** The store of the log's size and frontier. */
  static final String FRONTIERS = "log-frontier";

  /** The header that carries the entry's leaf hash (RFC 6962), 32 bytes. */
  static final String LEAF_HASH = "dialgate.leaf.hash";

  /** The largest fact that is copied, key and value, so that its entry stays under 65,535 bytes (C2SP tlog-tiles). */
  static final int MAX_EVENT_BYTES = 64_000;

  private static final String ROW = "frontier";

  private final AuditSettings settings;
  private final AvroCodec<AuditEntry> codec;
  private final LeafHash leafHash = new LeafHash();
  private Frontier frontier = Frontier.empty();
  private @Nullable KeyValueStore<String, byte[]> store;
  private @Nullable ProcessorContext<String, Leaf> context;

  LogProcessor(AuditSettings settings) {
    this.settings = settings;
    this.codec = new AvroCodec<>(AuditEntry.class, settings.registry(),
        Topics.AUDIT.subject(settings.prefix()).orElseThrow());
  }

  @Override
  public void init(ProcessorContext<String, Leaf> processorContext) {
    context = processorContext;
    store = processorContext.getStateStore(FRONTIERS);
    byte[] restored = store.get(ROW);
    frontier = restored == null ? Frontier.empty() : Frontier.decode(restored);
  }

  @Override
  public void process(Record<byte[], byte[]> fact) {
    if (fact.value() == null || bytes(fact) > MAX_EVENT_BYTES) {
      // Such a record is no fact: no input takes it. It is kept in rejected-records.
      return;
    }
    ProcessorContext<String, Leaf> out = Objects.requireNonNull(context);
    int log = out.taskId().partition();
    String subject = fact.key() == null ? "" : new String(fact.key(), StandardCharsets.UTF_8);
    byte[] entry = codec.encode(entry(log, subject, fact.value(), out.recordMetadata().orElseThrow()));
    byte[] hash = leafHash.of(entry);
    frontier.append(hash);
    Objects.requireNonNull(store).put(ROW, frontier.encode());
    var headers = new RecordHeaders().add(LEAF_HASH, hash);
    out.forward(new Record<>(subject, new Leaf(log, entry), fact.timestamp(), headers));
  }

  private AuditEntry entry(int log, String subject, byte[] event, RecordMetadata at) {
    Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
    String type = at.topic().substring(settings.prefix().length());
    return new AuditEntry(frontier.size(), settings.origin() + "/" + log, now, type, subject, at.partition(),
        at.offset(), ByteBuffer.wrap(event));
  }

  /** Of the key as text, and the value. A byte of a key that is no text becomes three. */
  private static int bytes(Record<byte[], byte[]> fact) {
    return fact.value().length + (fact.key() == null ? 0 : 3 * fact.key().length);
  }
}
