package io.dialgate.cli.shell;

import java.net.URI;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** Where the verbs look for a running gate: where it is set, else where {@code dialgate up} listens by default. */
public final class ClusterOf {

  private ClusterOf() {}

  /** The broker and the registry to ask. */
  public static Cluster running(Settings settings) {
    return settings.cluster().orElseGet(() -> new Cluster("127.0.0.1:" + settings.embedded().kafkaPort(),
        URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(settings.embedded().registryPort()))));
  }
}
