package io.dialgate.cli;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.cli.shell.Shutdown;
import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.runtime.Closing;
import io.dialgate.runtime.Service;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** {@code up}: runs until it is stopped. */
@Command(name = "up", mixinStandardHelpOptions = true, description = {
    "Runs the gate until it is stopped (Ctrl-C; twice stops it at once).",
    "Without kafka.bootstrap.servers it brings a broker and a schema registry of its own, on loopback, with a data folder that survives a restart."})
final class UpVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of stores and data (setting data.dir).")
  private @Nullable String data;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "Port of the own broker, 0 for any free one (setting embedded.kafka.port).")
  private @Nullable String kafkaPort;

  @Option(names = "--registry-port", paramLabel = "PORT", description = "Port of the own registry, 0 for any free one (setting embedded.registry.port).")
  private @Nullable String registryPort;

  @Option(names = "--http-port", paramLabel = "PORT", description = "Port of the API, 0 for any free one (setting http.port).")
  private @Nullable String httpPort;

  @Option(names = "--roles", paramLabel = "LIST", description = "Topologies to run (setting roles).")
  private @Nullable String roles;

  @Override
  public Integer call() throws InterruptedException {
    Settings loaded = settings.load(options());
    Shutdown shutdown = Shutdown.onSignals(output);
    try (var closing = new Closing()) {
      Cluster cluster = loaded.cluster().isPresent() ? loaded.cluster().get() : embedded(loaded, closing);
      if (!shutdown.asked()) {
        Service service = closing.add(
            Service.start(loaded, cluster, Version.current(), Clock.systemUTC(), output::progress));
        announce(service.http(), cluster, Service.open(loaded));
        shutdown.await();
      }
    }
    return ExitCode.DONE;
  }

  private Cluster embedded(Settings loaded, Closing closing) {
    var options = new EmbeddedMachine.Options(loaded.embedded().dataDir(), loaded.embedded().kafkaPort(),
        loaded.embedded().registryPort());
    EmbeddedMachine machine = closing.add(EmbeddedMachine.start(options, output::progress));
    return new Cluster(machine.bootstrapServers(), machine.registryUrl());
  }

  private void announce(URI http, Cluster cluster, boolean open) {
    Map<String, Object> ready = new LinkedHashMap<>();
    ready.put("ready", true);
    ready.put("http", http.toString());
    ready.put("keysNeeded", !open);
    ready.put("kafka", cluster.bootstrapServers());
    ready.put("registry", cluster.schemaRegistry().toString());
    output.print(ready, """
        @|bold,green Dialgate is ready.|@
          HTTP      %s  (%s)
          Kafka     %s
          registry  %s""".formatted(http,
        open
            ? "no key needed: loopback, own broker"
            : "keys needed: dialgate key create",
        cluster.bootstrapServers(), cluster.schemaRegistry()));
  }

  private List<Setting> options() {
    var options = new ArrayList<Setting>();
    add(options, "--data", "data.dir", data);
    add(options, "--kafka-port", "embedded.kafka.port", kafkaPort);
    add(options, "--registry-port", "embedded.registry.port", registryPort);
    add(options, "--http-port", "http.port", httpPort);
    add(options, "--roles", "roles", roles);
    return options;
  }

  private static void add(List<Setting> options, String option, String key, @Nullable String value) {
    if (value != null) {
      options.add(Setting.option(option, key, value));
    }
  }
}
