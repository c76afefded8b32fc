package io.dialgate.topology.story;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/**
 * What the stores' changelog topics hold, compacted: the last value of each key. The test driver throws its stores away when it
 * ends, and restores none; this writes them anew, from nothing but what was produced, before the next driver starts.
 */
final class Changelog {

  private static final String SUFFIX = "-changelog";

  private final String application;
  private final Map<String, Map<Bytes, byte[]>> stores = new HashMap<>();
  private long earliest = Long.MAX_VALUE;

  Changelog(String application) {
    this.application = application;
  }

  /** Takes in what a driver has produced since. */
  void follow(TopologyTestDriver driver) {
    driver.producedTopicNames().stream().filter(topic -> topic.endsWith(SUFFIX)).forEach(topic -> {
      String store = topic.substring(application.length() + 1, topic.length() - SUFFIX.length());
      driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer()).readRecordsToList()
          .forEach(record -> take(store, record));
    });
  }

  /** The earliest time that any of its records has, in milliseconds. */
  long earliest() {
    return earliest;
  }

  /** Writes the stores of a task, as restoring them does, where the next driver looks for them. */
  void rebuild(Properties settings, Path task) {
    stores.forEach((name, rows) -> {
      var context = new MockProcessorContext<Void, Void>(settings, new TaskId(0, 0), task.toFile());
      var store = Stores.persistentKeyValueStore(name).get();
      store.init(context.getStateStoreContext(), store);
      rows.forEach(store::put);
      store.close();
    });
  }

  private void take(String store, TestRecord<byte[], byte[]> record) {
    earliest = Math.min(earliest, record.timestamp());
    var rows = stores.computeIfAbsent(store, name -> new HashMap<>());
    if (record.value() == null) {
      rows.remove(Bytes.wrap(record.key()));
    } else {
      rows.put(Bytes.wrap(record.key()), record.value());
    }
  }
}
