package io.dialgate.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.bridge.GenesysOptOuts;
import io.dialgate.bridge.scorer.ScorerLoop;
import io.dialgate.bridge.scorer.ScorerSettings;
import io.dialgate.http.Access;
import io.dialgate.http.Health;
import io.dialgate.http.HttpParts;
import io.dialgate.http.HttpServer;
import io.dialgate.http.Inboxes;
import io.dialgate.http.Readiness;
import io.dialgate.ledger.checkpoint.Checkpointer;
import io.dialgate.ledger.checkpoint.CheckpointerSettings;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.access.KeyRing;
import io.dialgate.runtime.access.TlsFile;
import io.dialgate.runtime.api.Api;
import io.dialgate.runtime.bridges.Bridges;
import io.dialgate.runtime.client.PatientRegistry;
import io.dialgate.runtime.metrics.Metrics;
import io.dialgate.runtime.scrub.ScrubService;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.runtime.settings.WebhookSettings;
import io.dialgate.runtime.streams.InstanceId;
import io.dialgate.runtime.streams.RocksDbMemory;
import io.dialgate.runtime.streams.StreamsApp;
import io.dialgate.runtime.topics.Schemas;
import io.dialgate.runtime.topics.TopicAdmin;
import io.dialgate.runtime.webhook.DataActionInbox;
import io.dialgate.runtime.webhook.GenesysInbox;
import io.dialgate.runtime.webhook.SecretFile;
import io.dialgate.runtime.webhook.WebhookTopics;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;
import io.dialgate.wire.signature.BodySignature;

/** Dialgate, running against a broker and a registry: the composition root. */
public final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final Duration RUNNING_WITHIN = Duration.ofMinutes(10);
  private static final Duration OWN_REGISTRY_WITHIN = Duration.ofMinutes(1);
  private static final Duration SIGNED_EVERY = Duration.ofSeconds(1);

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private final Closing closing;
  private final URI http;

  private Service(Closing closing, URI http) {
    this.closing = closing;
    this.http = http;
  }

  /**
   * Starts everything, and returns once it runs; if anything fails, what was started is closed again.
   *
   * @param progress is told what is going on, in words
   * @throws Unreachable if the broker, the registry or a port cannot be had
   * @throws Refused if the topics on the broker do not fit
   */
  public static Service start(Settings settings, Cluster cluster, String version, InstantSource clock,
      Consumer<String> progress) throws InterruptedException {
    var closing = new Closing();
    try {
      return new Service(closing, open(settings, cluster, version, clock, progress, closing));
    } catch (RuntimeException | InterruptedException e) {
      closing.close();
      throw e;
    }
  }

  private static URI open(Settings settings, Cluster cluster, String version, InstantSource clock,
      Consumer<String> progress, Closing closing) throws InterruptedException {
    if (settings.roles().contains(Role.BRIDGE)) {
      Bridges.check(settings.bridges());
    }
    ConfluentRegistry registry = closing.add(new ConfluentRegistry(cluster.schemaRegistry().toString()));
    progress.accept("preparing topics and schemas");
    int partitions = prepare(settings, cluster, registry);
    OtherInstances.refuseIfOutOfReach(settings, settings.client(cluster.bootstrapServers()));
    Metrics metrics = closing.add(new Metrics(clock));
    RocksDbMemory memory = closing.add(new RocksDbMemory());
    Map<String, Object> client = settings.client(cluster.bootstrapServers());
    CommittedTail committed = closing.add(new CommittedTail(() -> new LogTopic(client, settings.topics().prefix())));
    var topologies = new Topologies(settings, registry, partitions, clock,
        new Topologies.Observers(metrics.gate(), metrics.risk()), committed);
    Map<Role, StreamsApp> apps = new LinkedHashMap<>();
    for (Role role : settings.roles().stream().filter(Role::hasTopology).toList()) {
      progress.accept("starting the " + role);
      StreamsApp app = closing
          .add(StreamsApp.start(role, topologies.of(role), settings, cluster.bootstrapServers(), memory));
      metrics.add(role.id(), app.streams());
      apps.put(role, app);
    }
    Map<String, Supplier<Health>> health = health(apps);
    if (settings.roles().contains(Role.AUDIT)) {
      Checkpointer checkpointer = closing.add(Checkpointer.start(signing(settings, client)));
      health.put("checkpointer", () -> health(checkpointer.trouble()));
    }
    if (settings.roles().contains(Role.RISK)) {
      settings.risk().scorer().ifPresent(it -> {
        ScorerLoop scorer = closing.add(ScorerLoop.start(scorer(settings, it, client, registry), Clock.systemUTC()));
        health.put("external-scorer", () -> health(scorer.trouble()));
        metrics.scorer(scorer::breaker);
      });
    }
    StreamsApp gateApp = apps.get(Role.GATE);
    KafkaStreams gate = gateApp == null ? null : gateApp.streams();
    if (settings.roles().contains(Role.BRIDGE)) {
      progress.accept("opening the bridges");
      Bridges bridges = closing.add(Bridges.start(settings, client, registry, metrics));
      health.put(Role.BRIDGE.id(), () -> health(bridges.trouble()));
    }
    var parts = new HttpParts(version, new Readiness(health), metrics::scrape,
        new ServedLogs(logs(settings), settings.audit().origin(), partitions, new KeyFile(settings.audit().keyFile())),
        access(settings, client, registry, clock, closing),
        Api.open(settings, client, registry, partitions, gate, clock, closing),
        inboxes(settings, client, registry, clock, closing),
        closing.add(ScrubService.start(settings, cluster, logs(settings), clock)));
    HttpServer server = closing.add(HttpServer.start(settings.http().host(), settings.http().port(),
        settings.http().tls().map(TlsFile::read).orElse(null), parts));
    for (StreamsApp app : apps.values()) {
      app.awaitRunning(RUNNING_WITHIN);
    }
    return server.url();
  }

  /** Where the API answers. */
  public URI http() {
    return http;
  }

  @Override
  public void close() {
    closing.close();
  }

  private static int prepare(Settings settings, Cluster cluster, SchemaRegistry registry) {
    try (Admin admin = Admin.create(settings.client(cluster.bootstrapServers()))) {
      var report = new TopicAdmin(admin, settings.topics()).prepare();
      report.warnings().forEach(warning -> LOG.atWarn().log(warning));
      // Our own has just been started, and may be slow at first; one of somebody else's answers, or is told to.
      var patient = new PatientRegistry(registry, settings.cluster().isEmpty() ? OWN_REGISTRY_WITHIN : Duration.ZERO);
      Schemas.register(Topics.ALL, settings.topics().prefix(), patient::register);
      return report.partitions();
    }
  }

  private static Inboxes inboxes(Settings settings, Map<String, Object> client, SchemaRegistry registry,
      InstantSource clock, Closing closing) {
    WebhookSettings webhooks = settings.webhooks();
    var topics = closing.add(new WebhookTopics(client, settings.topics().prefix(), registry));
    return new Inboxes(
        new GenesysInbox(topics, new GenesysOptOuts(webhooks.codes(), webhooks.region()), new LibPhoneNumbering()),
        new DataActionInbox(topics, clock), webhooks.cxoneSecret().map(SecretFile::read).map(BodySignature::new),
        clock);
  }

  private static Access access(Settings settings, Map<String, Object> client, SchemaRegistry registry,
      InstantSource clock, Closing closing) {
    var door = new Access.Door(open(settings), settings.http().lookups().publicLogs(), settings.http().rate());
    return new Access(closing.add(KeyRing.start(client, Topics.API_KEYS.name(settings.topics().prefix()),
        new AvroDeserializer<>(OperatorAction.class, registry), clock)), door);
  }

  /** Whether the API asks for no key: only where nobody but this machine can reach it, nor the broker behind it. */
  public static boolean open(Settings settings) {
    return settings.cluster().isEmpty() && LOOPBACK.contains(settings.http().host());
  }

  private static CheckpointerSettings signing(Settings settings, Map<String, Object> client) {
    Path data = settings.embedded().dataDir();
    return new CheckpointerSettings(client, settings.topics().prefix(), settings.audit().origin(),
        logs(settings), new KeyFile(settings.audit().keyFile()),
        settings.applicationIdPrefix() + "checkpointer", InstanceId.of(data), SIGNED_EVERY);
  }

  private static ScorerSettings scorer(Settings settings, Settings.Scorer scorer, Map<String, Object> client,
      SchemaRegistry registry) {
    return new ScorerSettings(client, settings.topics().prefix(), settings.applicationIdPrefix() + "scorer",
        InstanceId.of(settings.embedded().dataDir()), registry,
        new ScorerSettings.Service(scorer.url(), scorer.token(), scorer.timeout(), scorer.minimumCalls()));
  }

  /** Where the checkpointer writes the logs' tiles, and the API reads them. */
  private static Path logs(Settings settings) {
    return settings.embedded().dataDir().resolve("audit");
  }

  private static Map<String, Supplier<Health>> health(Map<Role, StreamsApp> apps) {
    Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
    apps.forEach((role, app) -> parts.put(role.id(), () -> health(app.trouble())));
    return parts;
  }

  private static Health health(Optional<String> trouble) {
    return trouble.map(Health::down).orElseGet(Health::up);
  }
}
