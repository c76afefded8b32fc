package io.dialgate.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.runtime.client.PatientRegistry;
import io.dialgate.runtime.metrics.Metrics;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.runtime.topics.Schemas;
import io.dialgate.runtime.topics.TopicAdmin;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What everything that runs stands on.
 *
 * @param cluster the broker and the registry
 * @param client settings of every Kafka client
 * @param partitions of every input
 * @param closing what is to be closed at the end, in the order in which it was started
 */
record Foundation(Settings settings, Cluster cluster, Map<String, Object> client, SchemaRegistry registry,
    int partitions, InstantSource clock, Metrics metrics, Closing closing) {

  private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
  private static final Duration OWN_REGISTRY_WITHIN = Duration.ofMinutes(1);

  /**
   * Makes the topics and registers the schemas.
   *
   * @throws Unreachable if the broker or the registry cannot be had
   * @throws Refused if the topics on the broker do not fit
   */
  static Foundation lay(Settings settings, Cluster cluster, InstantSource clock, Consumer<String> progress,
      Closing closing) throws InterruptedException {
    ConfluentRegistry registry = closing.add(new ConfluentRegistry(cluster.schemaRegistry().toString()));
    progress.accept("preparing topics and schemas");
    Map<String, Object> client = settings.client(cluster.bootstrapServers());
    int partitions = prepare(settings, client, registry);
    OtherInstances.refuseIfOutOfReach(settings, client);
    return new Foundation(settings, cluster, client, registry, partitions, clock, closing.add(new Metrics(clock)),
        closing);
  }

  /** What begins the names of the topics. */
  String prefix() {
    return settings.topics().prefix();
  }

  /** Where the checkpointer writes the logs' tiles, and the API reads them. */
  Path logs() {
    return settings.embedded().dataDir().resolve("audit");
  }

  private static int prepare(Settings settings, Map<String, Object> client, SchemaRegistry registry) {
    try (Admin admin = Admin.create(client)) {
      var report = new TopicAdmin(admin, settings.topics()).prepare();
      report.warnings().forEach(warning -> LOG.atWarn().log(warning));
      // Our own has just been started, and may be slow at first; one of somebody else's answers, or is told to.
      var patient = new PatientRegistry(registry, settings.cluster().isEmpty() ? OWN_REGISTRY_WITHIN : Duration.ZERO);
      Schemas.register(Topics.ALL, settings.topics().prefix(), patient::register);
      return report.partitions();
    }
  }
}
