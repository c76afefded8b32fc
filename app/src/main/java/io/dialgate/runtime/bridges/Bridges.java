package io.dialgate.runtime.bridges;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.bridge.delivery.Caller;
import io.dialgate.bridge.delivery.Courier;
import io.dialgate.bridge.delivery.Gateway;
import io.dialgate.bridge.delivery.JdkExchange;
import io.dialgate.bridge.delivery.Patience;
import io.dialgate.bridge.feed.Alarms;
import io.dialgate.bridge.feed.Feed;
import io.dialgate.bridge.feed.FraudFlags;
import io.dialgate.bridge.feed.ListChanges;
import io.dialgate.bridge.feed.Recalls;
import io.dialgate.bridge.feed.Summaries;
import io.dialgate.bridge.oauth.Authorities;
import io.dialgate.bridge.outbox.Later;
import io.dialgate.bridge.outbox.Outbox;
import io.dialgate.bridge.outbox.OutboxSettings;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Operation;
import io.dialgate.bridge.platform.Profile;
import io.dialgate.bridge.summary.SummaryLoop;
import io.dialgate.bridge.summary.SummarySettings;
import io.dialgate.runtime.Closing;
import io.dialgate.runtime.metrics.Metrics;
import io.dialgate.runtime.settings.BridgeSettings;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.streams.InstanceId;
import io.dialgate.wire.registry.SchemaRegistry;

/** Every outbox that is set, one for each destination, and what writes the summaries that one of them tells. */
public final class Bridges implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Bridges.class);

  private final Closing closing = new Closing();
  private final List<Outbox> outboxes = new ArrayList<>();
  private final List<SummaryLoop> counting = new ArrayList<>();
  private final Settings settings;
  private final Map<String, Object> client;
  private final SchemaRegistry registry;
  private final Metrics metrics;

  private Bridges(Settings settings, Map<String, Object> client, SchemaRegistry registry, Metrics metrics) {
    this.settings = settings;
    this.client = client;
    this.registry = registry;
    this.metrics = metrics;
  }

  /**
   * Starts them.
   *
   * @param client of Kafka
   * @throws io.dialgate.runtime.Refused if a profile or its settings are wrong; nothing was started then
   */
  public static Bridges start(Settings settings, Map<String, Object> client, SchemaRegistry registry,
      Metrics metrics) {
    BridgeSettings set = settings.bridges();
    List<Destinations> platforms = set.platforms().stream().map(Destinations::of).toList();
    var bridges = new Bridges(settings, client, registry, metrics);
    platforms.forEach(it -> bridges.open(it, feeds(it.destination().name(), it.destination().profile())));
    set.alerts().ifPresent(
        hook -> bridges.open(Destinations.of("alerts", hook, Kind.ALERT), List.of(new Alarms())));
    set.summaries().ifPresent(bridges::openSummaries);
    return bridges;
  }

  /**
   * Finds what is wrong with the profiles and their settings, before anything is started.
   *
   * @throws io.dialgate.runtime.Refused if anything is
   */
  public static void check(BridgeSettings settings) {
    settings.platforms().forEach(Destinations::of);
  }

  /** Those that run, by destination. */
  public List<Outbox> outboxes() {
    return List.copyOf(outboxes);
  }

  /** Why they do not work any more, if one does not. */
  public Optional<String> trouble() {
    return Stream.concat(outboxes.stream().map(Outbox::trouble), counting.stream().map(SummaryLoop::trouble))
        .flatMap(Optional::stream).findFirst();
  }

  @Override
  public void close() {
    closing.close();
  }

  /** What a platform is told: what its profile has an operation for. */
  private static List<Feed<?>> feeds(String name, Profile profile) {
    List<Feed<?>> feeds = new ArrayList<>();
    if (profile.operations().containsKey(Kind.FRAUD_FLAG)) {
      feeds.add(new FraudFlags());
    }
    Operation addition = profile.operations().get(Kind.LIST_ADD);
    if (addition != null) {
      boolean removals = profile.operations().containsKey(Kind.LIST_REMOVE);
      if (!removals) {
        LOG.atWarn().addKeyValue("destination", name).addKeyValue("profile", profile.name())
            .log("takes no removals: a number that may be called again stays on its list until somebody takes it off");
      }
      feeds.add(new ListChanges(name, removals, Duration.ofDays(addition.longestExpiryDays())));
    }
    if (profile.operations().containsKey(Kind.RECALL)) {
      feeds.add(new Recalls(name));
    }
    return feeds;
  }

  private void openSummaries(BridgeSettings.Summaries summaries) {
    var counted = new SummarySettings(client, settings.topics().prefix(),
        settings.applicationIdPrefix() + "run-summaries", InstanceId.of(settings.embedded().dataDir()), registry,
        summaries.every(), settings.bridges().reach());
    counting.add(closing.add(SummaryLoop.start(counted, Clock.systemUTC())));
    open(Destinations.of("summaries", summaries.hook(), Kind.RUN_SUMMARY), List.of(new Summaries()));
  }

  private void open(Destinations to, List<Feed<?>> feeds) {
    BridgeSettings set = settings.bridges();
    var tries = set.tries();
    Clock clock = Clock.systemUTC();
    String name = to.destination().name();
    JdkExchange exchange = closing.add(new JdkExchange(tries.timeout()));
    var gateway = new Gateway(name, tries.breakerMinimumCalls(), tries.breakerOpen(), to.rate(), clock, Thread::sleep);
    var authority = Authorities.of(to.destination().profile().login(), to.tokenUrl(), to.credentials(), exchange,
        clock);
    var caller = new Caller(exchange, gateway, authority,
        new Patience(tries.attempts(), tries.backoffFirst(), tries.backoffLongest()), Thread::sleep, clock,
        new SecureRandom());
    var outbox = new OutboxSettings(client, settings.topics().prefix(),
        settings.applicationIdPrefix() + "bridge-" + name,
        registry, set.reach(), set.paused().contains(name),
        new Later(tries.retryWait(), tries.retryRounds()));
    Outbox opened = closing
        .add(Outbox.start(outbox, feeds, new Courier(to.destination(), caller), metrics.bridge(name), clock));
    metrics.add(opened);
    outboxes.add(opened);
  }
}
