package io.dialgate.ledger.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.ledger.key.SigningKey;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.ledger.topic.NotesTopic;
import io.dialgate.ledger.topic.StoredEntry;
import io.dialgate.wire.Topics;

/**
 * The work of the instance whose turn it is: follows the logs and signs their heads. A log that is broken is signed no more,
 * and the others go on. Confined to one thread, but for what waits for the disk.
 */
final class Turn implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final int POLL_RECORDS = 5_000;
  private static final int MAX_THREADS = 8;

  private final CheckpointerSettings settings;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Notes notes;
  private final ExecutorService threads = Executors.newFixedThreadPool(MAX_THREADS,
      Thread.ofPlatform().name("checkpointer-", 0).daemon().factory());
  private final Map<Integer, SignedLog> logs = new TreeMap<>();
  private final Map<Integer, String> broken = new TreeMap<>();

  private Turn(CheckpointerSettings settings) {
    this.settings = settings;
    Map<String, Object> reading = LogTopic.committedOnly(settings.client());
    reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.notes = new Notes(settings);
  }

  /**
   * Opens every log where its folder ends, after reading back what was signed last.
   *
   * @throws IOException if a folder or the key cannot be read or written
   */
  static Turn begin(CheckpointerSettings settings) throws IOException {
    SigningKey key = settings.key().readOrCreate();
    var turn = new Turn(settings);
    try {
      turn.openAll(key);
      return turn;
    } catch (IOException | RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  private void openAll(SigningKey key) throws IOException {
    try (var topic = new LogTopic(settings.client(), settings.prefix());
        var signed = new NotesTopic(settings.client(), settings.prefix())) {
      int count = topic.logs();
      Map<String, List<byte[]>> last = signed.last(IntStream.range(0, count).mapToObj(settings::origin).toList());
      Map<TopicPartition, Optional<StoredEntry>> before = new LinkedHashMap<>();
      for (int log = 0; log < count; log++) {
        try {
          before.put(partition(log), open(log, key, last.getOrDefault(settings.origin(log), List.of()), topic));
        } catch (NotProven failure) {
          giveUp(log, failure);
        }
      }
      consumer.assign(before.keySet());
      before.forEach((partition, entry) -> entry.ifPresentOrElse(
          known -> consumer.seek(partition, known.offset() + 1),
          () -> consumer.seekToBeginning(List.of(partition))));
    }
  }

  /** The last entry that the folder has, where it lies on the topic. */
  private Optional<StoredEntry> open(int log, SigningKey key, List<byte[]> last, LogTopic topic)
      throws IOException, NotProven {
    SignedLog opened = SignedLog.open(settings.folder(log), settings.origin(log), key);
    logs.put(log, opened);
    for (byte[] note : last) {
      opened.remember(note);
    }
    if (opened.size() == 0) {
      return Optional.empty();
    }
    Optional<StoredEntry> onTopic = topic.at(log, opened.size() - 1);
    opened.requireLast(onTopic);
    return onTopic;
  }

  /** Takes what has been committed since, waiting a moment for it. */
  void follow(Duration wait) throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      SignedLog log = logs.get(record.partition());
      if (log != null) {
        try {
          log.append(StoredEntry.of(record));
        } catch (NotProven failure) {
          giveUp(record.partition(), failure);
          consumer.pause(List.of(new TopicPartition(record.topic(), record.partition())));
        }
      }
    }
  }

  /** Signs what is new: on the disk, then signed, then on the topic, then beside the tiles. */
  void sign() throws IOException {
    Map<Integer, SignedCheckpoint> signed = new ConcurrentSkipListMap<>();
    forEachLog((number, log) -> log.sign().ifPresent(checkpoint -> signed.put(number, checkpoint)));
    notes.publish(signed.values());
    forEachLog((number, log) -> {
      SignedCheckpoint checkpoint = signed.get(number);
      if (checkpoint != null) {
        log.announce(checkpoint);
      }
    });
  }

  /** All logs at once, each by one thread: their time is that of waiting for the disk, which takes many as quickly as one. */
  private void forEachLog(Step step) throws IOException {
    Map<Integer, Future<Optional<NotProven>>> steps = new TreeMap<>();
    logs.forEach((number, log) -> steps.put(number, threads.submit(() -> {
      try {
        step.take(number, log);
        return Optional.empty();
      } catch (NotProven failure) {
        return Optional.of(failure);
      }
    })));
    List<IOException> failed = new ArrayList<>();
    for (Map.Entry<Integer, Future<Optional<NotProven>>> one : steps.entrySet()) {
      try {
        Optional<NotProven> failure = one.getValue().get();
        if (failure.isPresent()) {
          giveUp(one.getKey(), failure.get());
        }
      } catch (ExecutionException e) {
        failed.add(e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failed.add(new IOException("interrupted while logs were signed", e));
      }
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
  }

  /** What is wrong; empty while every log is signed. */
  Optional<String> trouble() {
    return broken.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", broken.values()));
  }

  private void giveUp(int log, NotProven failure) throws IOException {
    String what = "log %s is signed no more: %s".formatted(settings.origin(log), failure.getMessage());
    LOG.atError().addKeyValue("log", settings.origin(log)).addKeyValue("expected", failure.expected())
        .addKeyValue("found", failure.found()).log(what);
    broken.put(log, what);
    SignedLog given = logs.remove(log);
    if (given != null) {
      given.close();
    }
  }

  private TopicPartition partition(int log) {
    return new TopicPartition(Topics.AUDIT.name(settings.prefix()), log);
  }

  @Override
  public void close() throws IOException {
    threads.close();
    consumer.close();
    notes.close();
    List<SignedLog> all = new ArrayList<>(logs.values());
    logs.clear();
    for (SignedLog log : all) {
      log.close();
    }
  }

  /** Something done to one log. */
  private interface Step {
    void take(int number, SignedLog log) throws IOException, NotProven;
  }
}
