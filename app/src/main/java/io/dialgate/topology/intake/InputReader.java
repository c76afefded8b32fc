package io.dialgate.topology.intake;

import java.util.Map;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;

import io.dialgate.topology.Patience;
import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Reads the values of an application's inputs, whichever topic they were produced to. For one thread.
 *
 * @param <A> what they say
 * @param readers by the topic's name on the broker
 */
public record InputReader<A>(Map<String, TopicReader<A>> readers) {

  /**
   * Reads one value.
   *
   * @param <A> what it says
   */
  @FunctionalInterface
  public interface TopicReader<A> {

    /** What it says, or a {@link RefusedRecord}. */
    A read(byte[] value);
  }

  /**
   * What a value of this topic says. While the registry of schemas cannot be reached, it waits: nothing is called poison that
   * could not be looked up.
   *
   * @throws RefusedRecord if it cannot be read, or not taken
   */
  public A read(String topic, byte[] value) {
    TopicReader<A> reader = readers.get(topic);
    if (reader == null) {
      throw new RefusedRecord(RejectionCode.UNREADABLE,
          "expected a record of one of the inputs, but it says it comes from '%s'; produce to the input itself"
              .formatted(topic));
    }
    return Patience.read(topic, () -> reader.read(value));
  }

  /** The reader of one topic, by its name. */
  public static <A, R extends SpecificRecord> Map.Entry<String, TopicReader<A>> reader(Topic<R> topic, String prefix,
      SchemaRegistry registry, Function<R, A> read) {
    var codec = new AvroCodec<>(topic.value(), registry, topic.subject(prefix).orElseThrow());
    return Map.entry(topic.name(prefix), value -> switch (codec.decode(value)) {
      case Decoding.Decoded<R>(R record, int _) -> read.apply(record);
      case Decoding.Malformed<R>(String code, String message) -> throw new RefusedRecord(RejectionCode.UNREADABLE,
          code + ": " + message);
    });
  }
}
