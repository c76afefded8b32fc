package io.dialgate.topology.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;

import io.dialgate.wire.Topic;

/** What a machine has written, as its readers see it. */
final class Readings {

  private final Machine machine;
  private final Map<Topic<?>, List<Written<?>>> read = new HashMap<>();

  Readings(Machine machine) {
    this.machine = machine;
  }

  /** All that was ever written to a topic; each record is read once. */
  @SuppressWarnings("unchecked") // A topic's records are of its class.
  <R extends SpecificRecord> List<Written<R>> of(Topic<R> topic) {
    List<Written<byte[]>> all = machine.written(topic);
    List<Written<?>> known = read.computeIfAbsent(topic, it -> new ArrayList<>());
    var deserializer = machine.deserializer(topic);
    for (Written<byte[]> record : all.subList(known.size(), all.size())) {
      R value = deserializer.deserialize(topic.name(Machine.PREFIX), record.value());
      known.add(new Written<>(record.key(), value, record.headers(), record.time()));
    }
    return (List<Written<R>>) (List<?>) Collections.unmodifiableList(known);
  }
}
