package io.dialgate.runtime.metrics;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

import io.dialgate.bridge.outbox.Outbox;
import io.dialgate.bridge.outbox.OutboxObserver;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.RiskObserver;

/** All metrics of one process, and the text that Prometheus scrapes. One object a process; nothing is static. */
public final class Metrics implements AutoCloseable {

  /** The tag that keeps the topologies' and clients' metrics apart. */
  private static final String PART = "part";

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final GateMetrics gate;
  private final RiskMetrics risk;
  private final Deque<AutoCloseable> binders = new ArrayDeque<>();

  /**
   * Starts with the JVM's metrics and ours, all zero.
   *
   * @param clock tells how old the oldest allowance is
   */
  public Metrics(InstantSource clock) {
    gate = new GateMetrics(registry, clock);
    risk = new RiskMetrics(registry);
    bind(new JvmMemoryMetrics());
    bind(new JvmGcMetrics());
    bind(new JvmThreadMetrics());
    bind(new ProcessorMetrics());
    bind(new UptimeMetrics());
  }

  /** Where the gate's topology reports. */
  public GateObserver gate() {
    return gate;
  }

  /** Where the risk topology reports. */
  public RiskObserver risk() {
    return risk;
  }

  /**
   * Adds what Kafka Streams measures of itself and of its clients.
   *
   * @param part names the topology in the tag {@code part}
   */
  public void add(String part, KafkaStreams streams) {
    bind(new KafkaStreamsMetrics(streams, Tags.of(PART, part)));
  }

  /** Adds what a producer measures of itself. */
  public void add(String part, Producer<?, ?> producer) {
    bind(new KafkaClientMetrics(producer, Tags.of(PART, part)));
  }

  /** Adds what a consumer measures of itself. */
  public void add(String part, Consumer<?, ?> consumer) {
    bind(new KafkaClientMetrics(consumer, Tags.of(PART, part)));
  }

  /** Adds what an admin client measures of itself. */
  public void add(String part, AdminClient admin) {
    bind(new KafkaClientMetrics(admin, Tags.of(PART, part)));
  }

  /** Adds the state of the external scorer's breaker. */
  public void scorer(Supplier<String> breaker) {
    for (String state : List.of("closed", "open", "half_open")) {
      Gauge.builder(MetricNames.SCORER_BREAKER, breaker, it -> it.get().toLowerCase(Locale.ROOT).equals(state) ? 1 : 0)
          .description("Whether the external scorer is asked, left alone, or tried").tag(MetricNames.STATE, state)
          .strongReference(true).register(registry);
    }
  }

  /** Where the bridge to that destination reports. */
  public OutboxObserver bridge(String destination) {
    return new BridgeMetrics(registry, destination);
  }

  /** Adds how a bridge is: its breaker, its backlog, its oldest item. */
  public void add(Outbox outbox) {
    BridgeMetrics.add(registry, outbox);
  }

  /** Everything, in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  /** Stops the binders' threads; the last added first. */
  @Override
  public void close() {
    synchronized (binders) {
      while (!binders.isEmpty()) {
        closeQuietly(binders.pop());
      }
    }
    registry.close();
  }

  private void bind(MeterBinder binder) {
    binder.bindTo(registry);
    if (binder instanceof AutoCloseable closeable) {
      synchronized (binders) {
        binders.push(closeable);
      }
    }
  }

  /** A binder only stops a thread and removes meters: if that fails at the end of the process, nobody is worse off. */
  private static void closeQuietly(AutoCloseable binder) {
    try {
      binder.close();
    } catch (Exception ignored) {
      // See above.
    }
  }
}
