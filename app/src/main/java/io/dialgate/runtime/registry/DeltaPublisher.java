package io.dialgate.runtime.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.lists.Bundles;
import io.dialgate.lists.Deltas;
import io.dialgate.lists.Plan;
import io.dialgate.lists.PlanFolder;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.topology.intake.Placement;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.ConfluentRegistry;

/** Publishes the deltas of a plan, in full batches, and notes down how far it is. */
final class DeltaPublisher implements AutoCloseable {

  /** Deltas between two notes: an import that is killed sends at most so many once more. */
  private static final int NOTE_EVERY = 250_000;

  private static final Map<String, Object> BULK = Map.of(ProducerConfig.ACKS_CONFIG, "all",
      ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10,
      ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");

  private final String topic;
  private final ConfluentRegistry registry;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  DeltaPublisher(Settings settings, Cluster cluster) {
    Map<String, Object> all = new HashMap<>(BULK);
    all.putAll(settings.client(cluster.bootstrapServers()));
    topic = Topics.REGISTRY_DELTAS.name(settings.topics().prefix());
    registry = new ConfluentRegistry(cluster.schemaRegistry().toString());
    producer = new KafkaProducer<>(all, new StringSerializer(), new AvroSerializer<>(registry));
  }

  /**
   * Publishes what is not published yet, and returns when all in-sync replicas have it.
   *
   * @throws Unreachable if they do not come to have it
   */
  void publish(Plan plan, PlanFolder folder, Stages stages) {
    long published = folder.published();
    int partitions = partitions();
    var bundles = new Bundles(new Deltas(plan.registry(), plan.digest()), partitions,
        phone -> Placement.partition(phone, partitions), this::send);
    stages.begin("publishing the changes", plan.deltas());
    try (Pairs deltas = folder.deltas(published)) {
      while (deltas.next()) {
        bundles.add(deltas);
        published++;
        if (published % NOTE_EVERY == 0) {
          bundles.flush();
          note(published, folder);
        }
        stages.at(published);
      }
    }
    bundles.flush();
    note(published, folder);
    stages.end();
  }

  @Override
  public void close() {
    producer.close();
    registry.close();
  }

  private int partitions() {
    try {
      return producer.partitionsFor(topic).size();
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private void send(RegistryDelta delta) {
    try {
      var _ = producer.send(new ProducerRecord<>(topic, Deltas.key(delta), delta), (_, e) -> {
        if (e != null) {
          failure.compareAndSet(null, e);
        }
      });
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private void note(long published, PlanFolder folder) {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw unreachable(failed);
    }
    folder.published(published);
  }

  private static Unreachable unreachable(Exception e) {
    return new Unreachable(
        "expected the broker to acknowledge, but got '%s'; import the same files again: it goes on where it is"
            .formatted(e.getMessage()),
        e);
  }
}
