package io.dialgate.cli.shell;

import java.net.URI;
import java.time.Duration;

import io.dialgate.runtime.client.BrokerCheck;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** Where the verbs look for a running gate: where it is set, else where {@code dialgate up} listens by default. */
public final class ClusterOf {

  /** How long a verb waits for a broker that is just starting. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ClusterOf() {}

  /**
   * The broker and the registry to ask; a broker is there.
   *
   * @throws io.dialgate.runtime.Unreachable if none is
   */
  public static Cluster running(Settings settings) {
    Cluster cluster = named(settings);
    new BrokerCheck(settings.client(cluster.bootstrapServers()), PATIENCE).require();
    return cluster;
  }

  /** The broker and the registry, whether they are there or not. */
  public static Cluster named(Settings settings) {
    return settings.cluster().orElseGet(() -> new Cluster("127.0.0.1:" + settings.embedded().kafkaPort(),
        URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(settings.embedded().registryPort()))));
  }
}
