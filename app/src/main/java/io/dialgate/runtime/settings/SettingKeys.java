package io.dialgate.runtime.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/** Every key that Dialgate knows. No other place in the code names one. */
public final class SettingKeys {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String HOST_AND_PORT = "([^\\s,:]+|\\[[0-9a-fA-F:]+]):\\d{1,5}";

  public static final SettingKey KAFKA_BOOTSTRAP_SERVERS = key("kafka.bootstrap.servers",
      Check.matching(HOST_AND_PORT + "(\\s*,\\s*" + HOST_AND_PORT + ")*", "host:port, or several separated by commas"),
      null, "host:port list", "Where the Kafka brokers are; without it, Dialgate starts a broker of its own.");
  public static final SettingKey SCHEMA_REGISTRY_URL = key("schema.registry.url", Check.httpUrl(), null, "URL",
      "The Confluent-compatible base of the schema registry, under which /subjects answers; set it together with "
          + "kafka.bootstrap.servers.");
  public static final SettingKey HTTP_URL = key("http.url", Check.httpUrl(), "http://127.0.0.1:8080", "URL",
      "Where the other verbs find the API of a running gate.");
  public static final SettingKey HTTP_HOST = key("http.host", Check.matching("\\S+", "a host name or address"),
      "127.0.0.1", "host",
      "The address on which the API listens. Keys are needed, but for loopback with Dialgate's own broker.");
  public static final SettingKey HTTP_PORT = key("http.port", Check.port(), "8080", "port",
      "The port on which the API listens.");
  public static final SettingKey HTTP_KEY = key("http.key", Check.matching("dgk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}",
      "a key as 'dialgate key create' prints it"), null, "key", "The key with which other verbs ask the API.")
      .asSecret();
  public static final SettingKey HTTP_TLS_FILE = key("http.tls.file", Check.matching(".*\\S.*", "a file"), null, "file",
      "Makes the API speak HTTPS: a PKCS#12 keystore, or a PEM file with the private key (PKCS#8) and the certificates.");
  public static final SettingKey HTTP_TLS_PASSWORD = key("http.tls.password", Check.matching(".*", "any text"), "",
      "text", "The password of that keystore.").asSecret();
  public static final SettingKey HTTP_RATE = key("http.rate", Check.wholeNumber(1, 1_000_000), "2000",
      "requests a second", "How many requests a second each key may send to one instance; twice as many at once.");
  public static final SettingKey HTTP_CHECK_TIMEOUT = key("http.check.timeout",
      Check.duration(SECOND, Duration.ofMinutes(1)), "PT10S", "ISO-8601 duration",
      "How long a dial check waits for its decision; without a dialBy of its own, its ALLOW lasts no longer.");
  public static final SettingKey HTTP_CONFIRM_TIMEOUT = key("http.confirm.timeout",
      Check.duration(SECOND, Duration.ofMinutes(1)), "PT10S", "ISO-8601 duration",
      "How long an opt-out, opt-in or hold waits until it is in force.");
  public static final SettingKey HTTP_AUDIT_LOOKUPS = key("http.audit.lookups", Check.trueOrFalse(), "true",
      "true or false", "Whether each look-up of a number over HTTP is written to the audit.");
  public static final SettingKey HTTP_AUDIT_PUBLIC = key("http.audit.public", Check.trueOrFalse(), "false",
      "true or false",
      "Whether checkpoints, verifier keys and hash tiles are served without a key; entries, which tell numbers, never are.");
  public static final SettingKey HTTP_HASH_INDEX = key("http.hash.index", Check.trueOrFalse(), "false",
      "true or false",
      "Whether to keep the hashes of all listed numbers in memory, for hash-matches: about 70 bytes a number.");
  public static final SettingKey APPLICATION_SERVER = key("application.server",
      Check.matching(HOST_AND_PORT, "host:port"), null, "host:port",
      "Where the other instances reach this one's API; without it, http.host and http.port. Needed beside others where http.host stands for all addresses or http.port is 0.");
  public static final SettingKey EMBEDDED_KAFKA_PORT = key("embedded.kafka.port", Check.port(), "9092", "port",
      "The loopback port of Dialgate's own broker.");
  public static final SettingKey EMBEDDED_REGISTRY_PORT = key("embedded.registry.port", Check.port(), "8081", "port",
      "The loopback port of Dialgate's own schema registry.");
  public static final SettingKey DATA_DIR = key("data.dir", Check.matching(".*\\S.*", "a folder"), "data", "folder",
      "Where stores, and the own broker's and registry's data, are kept; a relative path starts at the current folder.");
  public static final SettingKey TOPICS_PREFIX = key("topics.prefix",
      Check.matching("[a-zA-Z0-9._-]{0,100}", "at most 100 letters, digits, dots, dashes and underscores"), "dialgate.",
      "text", "What every topic's name begins with.");
  public static final SettingKey TOPICS_PARTITIONS = key("topics.partitions", Check.wholeNumber(1, 10_000), "6",
      "partitions", "How many partitions a topic gets that shares state with others, when Dialgate creates it.");
  public static final SettingKey TOPICS_REPLICATION_FACTOR = key("topics.replication.factor",
      Check.copies(), "-1", "copies",
      "How many brokers keep each partition of the topics that Dialgate creates; -1 is the broker's own default.");
  public static final SettingKey APPLICATION_ID_PREFIX = key("application.id.prefix",
      Check.matching("[a-zA-Z0-9._-]{1,100}", "1 to 100 letters, digits, dots, dashes and underscores"), "dialgate-",
      "text",
      "What the application ids, and so the consumer groups and internal topics, of the topologies begin with.");
  public static final SettingKey ROLES = key("roles", Check.someOf(Role.available()), "gate,risk,audit", "list",
      "Which topologies run in this process; bridge is no topology, but what tells platforms of what they have decided.");
  public static final SettingKey PROCESSING_GUARANTEE = key("processing.guarantee",
      Check.matching(Invariants.EXACTLY_ONCE, Invariants.EXACTLY_ONCE + " (" + Invariants.WHY_EXACTLY_ONCE + ")"),
      Invariants.EXACTLY_ONCE, "name",
      "How often a record takes effect; there is one choice, and it is here to be seen.");
  public static final SettingKey GATE_THREADS = threads("gate.threads", "2", "the gate");
  public static final SettingKey GATE_COMMIT_INTERVAL = commitInterval("gate.commit.interval.ms", "10",
      "How often the gate commits: the longest time for which a decision that was made cannot be read.");
  public static final SettingKey GATE_ALLOWANCE_VALIDITY = key("gate.allowance.validity",
      Check.duration(SECOND, DAY), "PT15M", "ISO-8601 duration",
      "How long an ALLOW may be acted on, and so how long it can be recalled.");
  public static final SettingKey GATE_REQUEST_MAX_AGE = key("gate.request.max.age", Check.duration(SECOND, DAY),
      "PT24H", "ISO-8601 duration", "A request older than this by its own requestedAt is expired, and suppressed.");
  public static final SettingKey GATE_REQUEST_MEMORY = key("gate.request.memory",
      Check.duration(SECOND, Duration.ofDays(35)), "PT24H", "ISO-8601 duration",
      "How long a request id is remembered, so that a repeated request is answered once; not less than gate.request.max.age.");
  public static final SettingKey POLICY_DEFAULT = key("policy.default",
      Check.matching("standard|lists-only", "standard or lists-only"), "standard", "name",
      "The policy that is in force until one is published: standard (the law, as shipped), or lists-only (lists, and nothing else).");
  public static final SettingKey RISK_THREADS = threads("risk.threads", "2", "the risk topology");
  public static final SettingKey RISK_COMMIT_INTERVAL = commitInterval("risk.commit.interval.ms", "10",
      "How often the risk topology commits: the longest time for which a transaction that was scored cannot be read.");
  public static final SettingKey RISK_TRANSACTION_MEMORY = key("risk.transaction.memory",
      Check.duration(SECOND, Duration.ofDays(35)), "PT24H", "ISO-8601 duration",
      "How long the answer to a transaction id is remembered, so that a repeated one is scored once and answered alike.");
  public static final SettingKey RISK_SCORER_URL = key("risk.scorer.url", Check.httpUrl(), null, "URL",
      "Where an external scorer is asked about each transaction; without it, the model's rules alone score.");
  public static final SettingKey RISK_SCORER_TIMEOUT = key("risk.scorer.timeout",
      Check.duration(Duration.ofMillis(50), Duration.ofMinutes(1)), "PT2S", "ISO-8601 duration",
      "How long an assessment waits for the external scorer; then the rule score stands.");
  public static final SettingKey RISK_SCORER_MINIMUM_CALLS = key("risk.scorer.minimum.calls",
      Check.wholeNumber(1, 10_000), "20", "calls",
      "How many calls within 30 seconds the external scorer's breaker must have seen before it judges; at half of them failed it opens for a minute.");
  public static final SettingKey RISK_SCORER_TOKEN_FILE = key("risk.scorer.token.file",
      Check.matching(".*\\S.*", "a file"), null, "file",
      "The file with the bearer token that is shown to the external scorer; without it, none is.");
  public static final SettingKey RISK_SCORER_MAX_WAITING = key("risk.scorer.max.waiting", Check.wholeNumber(1, 100_000),
      "5000", "assessments",
      "How many assessments of a partition wait for the external scorer at once; it is not asked about more.");
  public static final SettingKey WEBHOOK_GENESYS_CODES = key("webhook.genesys.codes",
      Check.matching("[^=,]{1,200}=(opt-out|nothing)(,[^=,]{1,200}=(opt-out|nothing))*",
          "code=opt-out or code=nothing, or several separated by commas"),
      null, "code=meaning list",
      "What the organisation's own wrap-up codes mean, by id or name; DNC, Do Not Call, Remove From List and Opt Out are opt-outs unless it says otherwise.");
  public static final SettingKey WEBHOOK_GENESYS_REGION = key("webhook.genesys.region",
      Check.matching("[A-Z]{2}", "two capital letters"), "US", "ISO 3166 code",
      "Where a number without a country code is read that Genesys Cloud posts.");
  public static final SettingKey WEBHOOK_CXONE_SECRET_FILE = key("webhook.cxone.secret.file",
      Check.matching(".*\\S.*", "a file"), null, "file",
      "The file with the secret with which CXone's Data Actions may be signed; without it, they show a key.");
  public static final SettingKey AUDIT_ORIGIN = key("audit.origin",
      Check.matching("[^\\s+]{1,200}", "1 to 200 characters without blanks and plus signs"), "dialgate.local/audit",
      "name", "The name of the audit log, unique in the world, as its signed checkpoints will carry it.");
  public static final SettingKey AUDIT_KEY_FILE = key("audit.key.file", Check.matching(".*\\S.*", "a file"), null,
      "file",
      "The Ed25519 key (PKCS#8, PEM) that signs the heads of all logs, made on first use; without it, audit/key.pem in data.dir. Instances that share the topics need the same key.");
  public static final SettingKey AUDIT_THREADS = threads("audit.threads", "1", "the audit");
  public static final SettingKey AUDIT_COMMIT_INTERVAL = commitInterval("audit.commit.interval.ms", "100",
      "How often the audit commits.");

  /** All of them, in the order of the reference. */
  public static final List<SettingKey> ALL = Stream.concat(Stream.of(KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL,
      HTTP_URL, HTTP_HOST,
      HTTP_PORT, HTTP_KEY, HTTP_TLS_FILE, HTTP_TLS_PASSWORD, HTTP_RATE, HTTP_CHECK_TIMEOUT, HTTP_CONFIRM_TIMEOUT,
      HTTP_AUDIT_LOOKUPS, HTTP_AUDIT_PUBLIC, HTTP_HASH_INDEX, APPLICATION_SERVER, EMBEDDED_KAFKA_PORT,
      EMBEDDED_REGISTRY_PORT, DATA_DIR, TOPICS_PREFIX, TOPICS_PARTITIONS,
      TOPICS_REPLICATION_FACTOR, APPLICATION_ID_PREFIX, ROLES, PROCESSING_GUARANTEE, GATE_THREADS, GATE_COMMIT_INTERVAL,
      GATE_ALLOWANCE_VALIDITY, GATE_REQUEST_MAX_AGE, GATE_REQUEST_MEMORY, POLICY_DEFAULT, RISK_THREADS,
      RISK_COMMIT_INTERVAL, RISK_TRANSACTION_MEMORY, RISK_SCORER_URL, RISK_SCORER_TIMEOUT, RISK_SCORER_MINIMUM_CALLS,
      RISK_SCORER_TOKEN_FILE, RISK_SCORER_MAX_WAITING, WEBHOOK_GENESYS_CODES, WEBHOOK_GENESYS_REGION,
      WEBHOOK_CXONE_SECRET_FILE, AUDIT_ORIGIN, AUDIT_KEY_FILE, AUDIT_THREADS,
      AUDIT_COMMIT_INTERVAL), BridgeKeys.ALL.stream()).toList();

  private SettingKeys() {}

  /** The same as Kafka knows it: types, defaults, checks and sentences. */
  static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    ALL.forEach(key -> key.addTo(definition));
    return definition;
  }

  private static SettingKey threads(String name, String fallback, String whose) {
    return key(name, Check.wholeNumber(1, 256), fallback, "threads",
        "How many threads " + whose + " runs in this process; more than partitions is of no use.");
  }

  private static SettingKey commitInterval(String name, String fallback, String sentence) {
    return key(name, Check.wholeNumber(1, 60_000), fallback, "milliseconds", sentence);
  }

  private static SettingKey key(String name, Check check, @Nullable String fallback,
      String unit, String sentence) {
    return new SettingKey(name, check, fallback, unit, sentence);
  }
}
