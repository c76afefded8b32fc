package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.PolicyDocuments.Read;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** Checks, reads and places each record of one input. */
public final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {

  private final Intake intake;
  private final BiFunction<Record<byte[], byte[]>, RecordMetadata, RawRecord> raw;
  private final Sinks sinks;
  private final InputReader reader;
  private @Nullable Outlets outlets;
  private @Nullable ProcessorContext<Object, Object> context;

  IntakeProcessor(Intake intake, BiFunction<Record<byte[], byte[]>, RecordMetadata, RawRecord> raw, Sinks sinks) {
    this.intake = intake;
    this.sinks = sinks;
    this.raw = raw;
    this.reader = new InputReader(intake.prefix(), intake.registry(), intake.numbering());
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
    outlets = new Outlets(processorContext, intake.observer(), intake.prefix(), sinks);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Outlets out = Objects.requireNonNull(outlets);
    RecordMetadata at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    RawRecord came = raw.apply(record, at);
    Instant now = intake.clock().instant();
    try {
      place(came, at.partition(), out, now);
    } catch (RefusedRecord refused) {
      out.reject(came, refused, now);
    }
  }

  private void place(RawRecord came, int partition, Outlets out, Instant now) {
    byte[] value = Admission.check(came, intake.maxBytes(came.origin().topic()), now);
    Arrival arrival = usable(Admission.credible(reader.read(came.origin().topic(), value), now));
    String key = new String(Objects.requireNonNull(came.key()), StandardCharsets.UTF_8);
    switch (Placement.of(arrival, key, partition, intake.partitions())) {
      case Placement.Here(String right) -> out.admit(right, new Admitted(arrival, came), now);
      case Placement.Elsewhere elsewhere when !came.moved() -> out.sendOn(came, elsewhere, Source.of(arrival), now);
      case Placement.Elsewhere(String _, int right) -> throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected a record that was sent on to lie on partition %d, but it is on %d; reset the gate after a change of partitions"
              .formatted(right, partition));
      case Placement.Everywhere _ when came.moved() -> out.admit(key, new Admitted(arrival, came), now);
      case Placement.Everywhere _ -> out.multicast(came, now);
      case Placement.Nowhere _ -> {
        // Audited by another topology, and of no consequence here.
      }
    }
  }

  /** A document that is no policy is refused before any task hears of it. */
  private Arrival usable(Arrival arrival) {
    if (arrival instanceof Arrival.PolicyTold(String hash, String text)
        && intake.documents().read(text, intake.limits().requestMaxAge()) instanceof Read.Broken broken) {
      throw new RefusedRecord(RejectionCode.BROKEN_DOCUMENT,
          "expected %s to be a policy, but %s; correct it, and publish it again"
              .formatted(hash, String.join("; ", broken.faults())));
    }
    return arrival;
  }
}
