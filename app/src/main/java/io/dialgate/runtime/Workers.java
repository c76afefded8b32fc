package io.dialgate.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.scorer.ScorerLoop;
import io.dialgate.bridge.scorer.ScorerSettings;
import io.dialgate.http.Health;
import io.dialgate.http.Readiness;
import io.dialgate.ledger.checkpoint.Checkpointer;
import io.dialgate.ledger.checkpoint.CheckpointerSettings;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.runtime.bridges.Bridges;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.streams.InstanceId;
import io.dialgate.runtime.streams.RocksDbMemory;
import io.dialgate.runtime.streams.StreamsApp;

/** What works in this process, by its roles: topologies, and those who read and write beside them. Each tells how it is. */
final class Workers {

  private static final Duration RUNNING_WITHIN = Duration.ofMinutes(10);
  private static final Duration SIGNED_EVERY = Duration.ofSeconds(1);

  private final Foundation on;
  private final Map<Role, StreamsApp> apps = new LinkedHashMap<>();
  private final Map<String, Supplier<Health>> health = new LinkedHashMap<>();

  private Workers(Foundation on) {
    this.on = on;
  }

  /** Starts those that the roles call for; a topology may take longer until it runs. */
  static Workers start(Foundation on, Consumer<String> progress) {
    var workers = new Workers(on);
    workers.startTopologies(progress);
    for (Role role : on.settings().roles()) {
      switch (role) {
        case AUDIT -> workers.startCheckpointer();
        case RISK -> on.settings().risk().scorer().ifPresent(workers::startScorer);
        case BRIDGE -> workers.startBridges(progress);
        case GATE -> {
          // Nobody works beside it.
        }
      }
    }
    return workers;
  }

  /** How each of them is. */
  Readiness readiness() {
    return new Readiness(health);
  }

  /** The gate's topology, if it is among them. */
  @Nullable
  KafkaStreams gate() {
    StreamsApp gate = apps.get(Role.GATE);
    return gate == null ? null : gate.streams();
  }

  /** Returns when every topology runs. */
  void awaitRunning() throws InterruptedException {
    for (StreamsApp app : apps.values()) {
      app.awaitRunning(RUNNING_WITHIN);
    }
  }

  private void startTopologies(Consumer<String> progress) {
    RocksDbMemory memory = on.closing().add(new RocksDbMemory());
    CommittedTail committed = on.closing()
        .add(new CommittedTail(() -> new LogTopic(on.client(), on.prefix())));
    var topologies = new Topologies(on.settings(), on.registry(), on.partitions(), on.clock(),
        new Topologies.Observers(on.metrics().gate(), on.metrics().risk()), committed);
    on.settings().roles().stream().filter(Role::hasTopology).forEach(role -> {
      progress.accept("starting the " + role);
      StreamsApp app = on.closing().add(
          StreamsApp.start(role, topologies.of(role), on.settings(), on.cluster().bootstrapServers(), memory));
      on.metrics().add(role.id(), app.streams());
      apps.put(role, app);
      watch(role.id(), app::trouble);
    });
  }

  private void startCheckpointer() {
    Settings settings = on.settings();
    Checkpointer checkpointer = on.closing().add(Checkpointer.start(new CheckpointerSettings(on.client(), on.prefix(),
        settings.audit().origin(), on.logs(), new KeyFile(settings.audit().keyFile()),
        settings.applicationIdPrefix() + "checkpointer", instance(), SIGNED_EVERY)));
    watch("checkpointer", checkpointer::trouble);
  }

  private void startScorer(Settings.Scorer named) {
    var service = new ScorerSettings.Service(named.url(), named.token(), named.timeout(), named.minimumCalls());
    ScorerLoop scorer = on.closing().add(ScorerLoop.start(new ScorerSettings(on.client(), on.prefix(),
        on.settings().applicationIdPrefix() + "scorer", instance(), on.registry(), service), Clock.systemUTC()));
    on.metrics().scorer(scorer::breaker);
    watch("external-scorer", scorer::trouble);
  }

  private void startBridges(Consumer<String> progress) {
    progress.accept("opening the bridges");
    Bridges bridges = on.closing().add(Bridges.start(on.settings(), on.client(), on.registry(), on.metrics()));
    watch(Role.BRIDGE.id(), bridges::trouble);
  }

  private String instance() {
    return InstanceId.of(on.settings().embedded().dataDir());
  }

  private void watch(String name, Supplier<Optional<String>> trouble) {
    health.put(name, () -> trouble.get().map(Health::down).orElseGet(Health::up));
  }
}
