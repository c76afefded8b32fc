package io.dialgate.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was set, checked and typed. It exists only whole: a wrong value is a {@link io.dialgate.runtime.Refused} before.
 *
 * @param cluster the brokers and the registry to use, or none: then Dialgate brings its own
 * @param embedded where the own broker and registry listen and keep their data
 * @param http where the API listens, and where other verbs look for it
 * @param topics how topics are named and created
 * @param applicationIdPrefix what application ids begin with
 * @param roles which topologies run in this process
 * @param gate the gate's settings
 * @param risk the risk topology's settings
 * @param webhooks what the webhooks take things for
 * @param audit the audit's settings
 * @param bridges where platforms are told what was decided
 * @param kafka handed on to every Kafka client
 * @param streams handed on to Kafka Streams
 */
public record Settings(Optional<Cluster> cluster, Embedded embedded, ApiSettings http, Topics topics,
    String applicationIdPrefix, Set<Role> roles, Gate gate, Risk risk, WebhookSettings webhooks, Audit audit,
    BridgeSettings bridges, PassThrough kafka, PassThrough streams) {

  /** The one processing guarantee. */
  public static final String PROCESSING_GUARANTEE = Invariants.EXACTLY_ONCE;

  /** Brokers, as {@code host:port} separated by commas, and the Confluent-compatible base of the schema registry. */
  public record Cluster(String bootstrapServers, URI schemaRegistry) {}

  /** Ports on loopback, 0 for any free one, and the folder of stores and data, absolute. */
  public record Embedded(int kafkaPort, int registryPort, Path dataDir) {}

  /** Every topic's prefix; partitions and copies of those that Dialgate creates, -1 copies being the broker's default. */
  public record Topics(String prefix, int partitions, short replicationFactor) {}

  /** Threads; time between commits; how long an ALLOW holds, a request may wait, and its id is remembered; the first policy. */
  public record Gate(int threads, Duration commitInterval, Duration allowanceValidity, Duration requestMaxAge,
      Duration requestMemory, BuiltInPolicy policy) {}

  /** Threads; time between commits; how long a transaction's answer is remembered. */
  public record Risk(int threads, Duration commitInterval, Duration transactionMemory, Optional<Scorer> scorer) {}

  /**
   * The external scorer.
   *
   * @param token the file of the bearer token
   * @param timeout how long an assessment waits for it
   * @param minimumCalls before its breaker judges
   * @param maxWaiting assessments of a partition
   */
  public record Scorer(URI url, Optional<Path> token, Duration timeout, int minimumCalls, int maxWaiting) {}

  /** The log's name; the key that signs its heads; threads; time between commits. */
  public record Audit(String origin, Path keyFile, int threads, Duration commitInterval) {}

  /**
   * Reads all settings: defaults, below the file, below the environment, below the options.
   *
   * @param file the settings file that was named; else the variable {@code DIALGATE_SETTINGS} names it; else {@code
   * dialgate.properties} in the current folder, if it is there
   * @param environment all variables; those without Dialgate's prefix are left alone
   * @param options what the command line sets, last of all
   * @throws io.dialgate.runtime.Refused at the first wrong key or value
   */
  public static Settings load(Optional<Path> file, Map<String, String> environment, List<Setting> options) {
    return SettingsReader.read(file, environment, options);
  }

  /** The application id of a topology: its consumer group, and what its internal topics begin with. */
  public String applicationId(Role role) {
    return applicationIdPrefix + role.id();
  }

  /** What every Kafka client is given beside its own: the brokers, and what is handed on. */
  public Map<String, Object> client(String bootstrapServers) {
    Map<String, Object> client = new HashMap<>(kafka.settings());
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }
}
