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

import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/**
 * Checks, reads and places each record of one input.
 *
 * @param <A> what records say
 */
public final class IntakeProcessor<A> implements Processor<byte[], byte[], Object, Object> {

  private final Intake<A> intake;
  private final BiFunction<Record<byte[], byte[]>, RecordMetadata, RawRecord> raw;
  private final Sinks sinks;
  private final Inputs.Reader<A> reader;
  private @Nullable Outlets<A> outlets;
  private @Nullable ProcessorContext<Object, Object> context;

  IntakeProcessor(Intake<A> intake, BiFunction<Record<byte[], byte[]>, RecordMetadata, RawRecord> raw, Sinks sinks) {
    this.intake = intake;
    this.sinks = sinks;
    this.raw = raw;
    this.reader = intake.inputs().reader();
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
    outlets = new Outlets<>(processorContext, intake, sinks);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Outlets<A> out = Objects.requireNonNull(outlets);
    RecordMetadata at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    RawRecord came = raw.apply(record, at);
    Instant now = intake.clock().instant();
    try {
      place(came, at.partition(), out, now);
    } catch (RefusedRecord refused) {
      out.reject(came, refused, now);
    }
  }

  private void place(RawRecord came, int partition, Outlets<A> out, Instant now) {
    Inputs<A> inputs = intake.inputs();
    String topic = came.origin().topic();
    Admission.check(came, inputs.maxBytes(topic), inputs.keyedBy(), now);
    String key = new String(Objects.requireNonNull(came.key()), StandardCharsets.UTF_8);
    byte[] value = came.value();
    A arrival = value == null
        ? inputs.deleted(topic, key).orElseThrow(Admission::noValue)
        : reader.read(topic, value, now);
    switch (inputs.place(arrival, key, partition, intake.partitions())) {
      case Placement.Here(String right) -> out.admit(right, new Admitted<>(arrival, came, false), now);
      case Placement.Elsewhere elsewhere when !came.moved() -> out.sendOn(came, elsewhere, inputs.source(arrival), now);
      case Placement.Elsewhere(String _, int right) -> throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected a record that was sent on to lie on partition %d, but it is on %d; reset the application after a change of partitions"
              .formatted(right, partition));
      case Placement.Scattered _ when came.moved() ->
        out.admit(key, new Admitted<>(inputs.share(arrival, partition, intake.partitions()), came, false), now);
      case Placement.Scattered(Placement.Elsewhere first) -> out.scatter(came, first, inputs.source(arrival), now);
      case Placement.Everywhere _ when came.moved() -> out.admit(key, new Admitted<>(arrival, came, true), now);
      case Placement.Everywhere _ -> out.multicast(came, now);
      case Placement.Nowhere _ -> {
        // Audited by another topology, and of no consequence here.
      }
    }
  }
}
