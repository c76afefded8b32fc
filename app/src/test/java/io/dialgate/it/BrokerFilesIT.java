package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.it.BrokerTampering.Victim;
import io.dialgate.ledger.key.SigningKey;
import io.dialgate.ledger.topic.NotesTopic;
import io.dialgate.ledger.topic.SignedHeads;
import io.dialgate.ledger.topic.TopicCheck;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.registry.InMemoryRegistry;

/**
 * Logs are altered in the broker's own files, while it is stopped, by somebody who knows Kafka's formats: checksums are right,
 * offsets have no gaps. An outsider with the key, and with a checkpoint that he has kept, finds every one.
 */
class BrokerFilesIT {

  private static final int TAMPERED = 50;
  private static final int UNTOUCHED = 50;
  private static final List<Integer> SIZES = List.of(20, 45, 46, 90);
  private static final List<BrokerTampering> KINDS = List.of(BrokerTampering.values());
  private static final SigningKey KEY = SigningKey.generate();

  private final AvroCodec<AuditEntry> codec = new AvroCodec<>(AuditEntry.class, new InMemoryRegistry(), "audit-value");

  @TempDir
  Path folder;

  @Test
  void shouldFindEveryTamperingThroughBrokersFilesAndNoneWhereThereIsNone() throws Exception {
    // given
    Path data = folder.resolve("data");
    try (EmbeddedMachine machine = start(data)) {
      write(machine);
    }

    // when
    Map<Integer, BrokerTampering> done = new TreeMap<>();
    for (int seed = 0; seed < TAMPERED; seed++) {
      BrokerTampering tampering = KINDS.get(seed % KINDS.size());
      tamper(data, seed, tampering);
      done.put(seed, tampering);
    }
    SegmentFiles.forgetCleanShutdown(data);

    // then
    try (EmbeddedMachine machine = start(data)) {
      for (int seed = 0; seed < TAMPERED + UNTOUCHED; seed++) {
        Optional<NotProven> found = check(machine, seed);
        if (done.containsKey(seed)) {
          assertThat(found).as("seed %d, %s", seed, done.get(seed)).isPresent();
          assertThat(found.get().where()).as("where, seed %d", seed).isNotEmpty();
        } else {
          assertThat(found).as("untouched log %d", seed).isEmpty();
        }
      }
    }
  }

  private void write(EmbeddedMachine machine) throws Exception {
    Map<String, Object> client = client(machine);
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(IntStream.range(0, TAMPERED + UNTOUCHED).boxed()
          .flatMap(seed -> List.of(new NewTopic(prefix(seed) + "audit", 2, (short) 1),
              new NewTopic(prefix(seed) + "audit-checkpoints", 1, (short) 1)).stream())
          .toList()).all().get();
    }
    client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "writer");
    try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int seed = 0; seed < TAMPERED + UNTOUCHED; seed++) {
        write(producer, seed);
      }
    }
  }

  /** Two logs; after each transaction, one of which is given up, heads of both. What is not sent, its commit tells. */
  private void write(KafkaProducer<byte[], byte[]> producer, int seed) {
    List<List<byte[]>> logs = List.of(new ArrayList<>(), new ArrayList<>());
    for (int size : SIZES) {
      producer.beginTransaction();
      for (int log = 0; log < 2; log++) {
        var _ = producer.send(
            new ProducerRecord<>(prefix(seed) + "audit", log, null, "never was".getBytes(StandardCharsets.UTF_8)));
      }
      producer.abortTransaction();
      producer.beginTransaction();
      for (int log = 0; log < 2; log++) {
        while (logs.get(log).size() < size) {
          byte[] entry = entry(origin(seed, log), logs.get(log).size(), "as it was");
          logs.get(log).add(entry);
          var _ = producer.send(new ProducerRecord<>(prefix(seed) + "audit", log, new byte[]{1}, entry));
        }
        String origin = origin(seed, log);
        var _ = producer
            .send(new ProducerRecord<>(prefix(seed) + "audit-checkpoints", 0, origin.getBytes(StandardCharsets.UTF_8),
                KEY.sign(origin, Checkpoint.of(origin, Logs.head(logs.get(log))).text()).bytes()));
      }
      producer.commitTransaction();
    }
  }

  private void tamper(Path data, int seed, BrokerTampering tampering) throws IOException {
    List<Path> files = List.of(SegmentFiles.find(data, prefix(seed) + "audit", 0),
        SegmentFiles.find(data, prefix(seed) + "audit", 1),
        SegmentFiles.find(data, prefix(seed) + "audit-checkpoints", 0));
    var logs = new ArrayList<>(List.of(committed(files.get(0)), committed(files.get(1))));
    var victim = new Victim(logs, SegmentFiles.read(files.get(2)), SIZES, List.of(origin(seed, 0), origin(seed, 1)),
        (log, index) -> entry(origin(seed, log), index, "as somebody wants it to have been"));
    tampering.apply(victim, new Random(seed));
    SegmentFiles.write(files.get(0), victim.logs().get(0));
    SegmentFiles.write(files.get(1), victim.logs().get(1));
    SegmentFiles.write(files.get(2), victim.notes());
  }

  /** Without what was given up: the new files know no transactions. */
  private static List<SimpleRecord> committed(Path partition) throws IOException {
    return new ArrayList<>(SegmentFiles.read(partition).stream().filter(record -> record.key() != null).toList());
  }

  /** What an outsider finds who has kept the last checkpoint of each log. */
  private Optional<NotProven> check(EmbeddedMachine machine, int seed) throws IOException {
    Map<String, Object> client = client(machine);
    try (var notes = new NotesTopic(client, prefix(seed)); var topic = new TopicCheck(client, prefix(seed))) {
      SignedHeads signed = SignedHeads.read(notes,
          List.of(KEY.verifierKey(origin(seed, 0)), KEY.verifierKey(origin(seed, 1))));
      for (int log = 0; log < 2; log++) {
        List<TreeHead> heads = new ArrayList<>(signed.of(origin(seed, log)));
        heads.add(kept(seed, log));
        topic.check(log, origin(seed, log), heads, _ -> {});
      }
      return Optional.empty();
    } catch (NotProven found) {
      return Optional.of(found);
    }
  }

  private TreeHead kept(int seed, int log) {
    return Logs
        .head(IntStream.range(0, SIZES.getLast()).mapToObj(i -> entry(origin(seed, log), i, "as it was")).toList());
  }

  private byte[] entry(String origin, long index, String what) {
    return codec
        .encode(new AuditEntry(index, origin, Instant.EPOCH.plusSeconds(index), "dial-decisions", "+14075551234", 0,
            index, ByteBuffer.wrap((what + " " + index).getBytes(StandardCharsets.UTF_8)), null));
  }

  private static EmbeddedMachine start(Path data) {
    return EmbeddedMachine.start(new EmbeddedMachine.Options(data, 0, 0), _ -> {});
  }

  private static Map<String, Object> client(EmbeddedMachine machine) {
    return new HashMap<>(Map.of("bootstrap.servers", machine.bootstrapServers()));
  }

  private static String prefix(int seed) {
    return "t" + seed + ".";
  }

  private static String origin(int seed, int log) {
    return "dialgate.test/%d/%d".formatted(seed, log);
  }
}
