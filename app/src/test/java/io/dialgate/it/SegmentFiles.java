package io.dialgate.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * A partition's files in the folder of a broker that is stopped, in the hands of somebody who may do there what he likes: he
 * writes batches with checksums that are right, and offsets without gaps, so that the broker has nothing to say.
 */
final class SegmentFiles {

  private SegmentFiles() {}

  /** The folder of a partition, somewhere below the broker's. */
  static Path find(Path data, String topic, int partition) throws IOException {
    String name = topic + "-" + partition;
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(path -> Files.isDirectory(path) && path.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /** All records, without the marks of transactions. */
  static List<SimpleRecord> read(Path partition) throws IOException {
    List<SimpleRecord> records = new ArrayList<>();
    for (Path segment : files(partition, ".log")) {
      try (FileRecords file = FileRecords.open(segment.toFile(), false)) {
        for (RecordBatch batch : file.batches()) {
          if (!batch.isControlBatch()) {
            batch.forEach(record -> records.add(new SimpleRecord(record.timestamp(),
                record.hasKey() ? bytes(record.key()) : null, bytes(record.value()), record.headers())));
          }
        }
      }
    }
    return records;
  }

  /** Replaces all of it. */
  static void write(Path partition, List<SimpleRecord> records) throws IOException {
    for (String kind : List.of(".log", ".index", ".timeindex", ".txnindex", ".snapshot")) {
      for (Path file : files(partition, kind)) {
        Files.delete(file);
      }
    }
    try (var out = FileChannel.open(partition.resolve("0".repeat(20) + ".log"), StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE)) {
      if (!records.isEmpty()) {
        ByteBuffer bytes = MemoryRecords.withRecords(0L, Compression.NONE, 0, records.toArray(SimpleRecord[]::new))
            .buffer();
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
    }
  }

  /** Makes the broker look at every file anew when it starts. */
  static void forgetCleanShutdown(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path mark : all.filter(path -> path.endsWith(".kafka_cleanshutdown")).toList()) {
        Files.delete(mark);
      }
    }
  }

  private static List<Path> files(Path partition, String kind) throws IOException {
    try (Stream<Path> all = Files.list(partition)) {
      return all.filter(file -> file.toString().endsWith(kind)).sorted().toList();
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
