package io.dialgate.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Closing;
import io.dialgate.runtime.Service;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.ConfluentRegistry;

/**
 * What the acts play on: a gate that runs on a broker and a registry of its own.
 *
 * @param narrator tells the story
 * @param clock the gate's
 * @param out of diallers and bridges that partition as they should
 * @param astray of one that does not
 * @param seen what the gate wrote
 * @param expectations what must be
 * @param logs the audit, as an outsider has it
 * @param numbering reads numbers, as producers do to find a record's key
 */
record Stage(Narrator narrator, DemoClock clock, Outbox out, Outbox astray, ReadBack seen, Expectations expectations,
    ProvenLogs logs, Numbering numbering) {

  /** The contact centre's region, where its national numbers are read. */
  static final String REGION = "US";

  /** Partitions of every topic, and so tasks of the gate. */
  static final int PARTITIONS = 6;

  /** Starts everything; it ends with {@code closing}, and leaves nothing behind. */
  static Stage open(Closing closing, Narrator narrator, String version, BooleanSupplier stopped)
      throws InterruptedException {
    Path folder = closing.add(TemporaryFolder.create()).path();
    Settings settings = settings(folder);
    EmbeddedMachine machine = closing.add(EmbeddedMachine
        .start(new EmbeddedMachine.Options(settings.embedded().dataDir(), 0, 0), narrator::progress));
    var cluster = new Cluster(machine.bootstrapServers(), machine.registryUrl());
    var clock = new DemoClock();
    Service service = closing.add(Service.start(settings, cluster, version, clock, narrator::progress));
    Map<String, Object> client = settings.client(cluster.bootstrapServers());
    keepWhateverTheClock(client, settings.topics().prefix());
    var registry = closing.add(new ConfluentRegistry(cluster.schemaRegistry().toString()));
    Map<String, Object> astray = new HashMap<>(client);
    astray.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, Crc32Partitioner.class);
    String prefix = settings.topics().prefix();
    return new Stage(narrator, clock, closing.add(new Outbox(client, prefix, registry, clock)),
        closing.add(new Outbox(astray, prefix, registry, clock)),
        closing.add(new ReadBack(client, prefix, registry, stopped)), new Expectations(narrator),
        new ProvenLogs(service.http(), settings.audit().keyFile(), settings.audit().origin()),
        new LibPhoneNumbering());
  }

  /** The defaults, whatever is set on this machine: the demo tells the same everywhere, and touches nobody's topics. */
  private static Settings settings(Path folder) {
    try {
      Path none = Files.createFile(folder.resolve("dialgate.properties"));
      return Settings.load(Optional.of(none), Map.of(),
          List.of(Setting.option("demo", "data.dir", folder.resolve("data").toString()),
              Setting.option("demo", "http.port", "0")));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write into %s, but got '%s'".formatted(folder, e), e);
    }
  }

  /** The broker's clock goes on: by its time the demo's records are old, and would be deleted under a slow demo's eyes. */
  private static void keepWhateverTheClock(Map<String, Object> client, String prefix) {
    Collection<AlterConfigOp> keep = List.of(
        new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET));
    Map<ConfigResource, Collection<AlterConfigOp>> all = new HashMap<>();
    Topics.ALL.forEach(topic -> all.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name(prefix)), keep));
    try (Admin admin = Admin.create(client)) {
      admin.incrementalAlterConfigs(all).all().get();
    } catch (ExecutionException e) {
      throw new Unreachable("expected the broker to keep the demo's records, but got '%s'".formatted(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("expected the broker to keep the demo's records, but was interrupted", e);
    }
  }

  /** The key of a number's records: its E.164 form, or what came if it is no number. */
  String key(String phone) {
    return numbering.key(phone, REGION);
  }
}
