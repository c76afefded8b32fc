package io.dialgate.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.WrapUpCodes;
import io.dialgate.runtime.Refused;

/** Types what was read, and checks what holds between two keys. */
final class SettingsView {

  private final Map<String, Setting> set;
  private final Map<String, Object> parsed;

  private SettingsView(Map<String, Setting> set) {
    this.set = set;
    Map<String, String> texts = new HashMap<>();
    set.forEach((key, setting) -> texts.put(key, setting.value()));
    this.parsed = SettingKeys.definition().parse(texts);
  }

  /** Each value has passed its own check. */
  static Settings of(Map<String, Setting> set) {
    return new SettingsView(set).settings();
  }

  private Settings settings() {
    Path data = Path.of(text(SettingKeys.DATA_DIR)).toAbsolutePath().normalize();
    List<Role> roles = list(SettingKeys.ROLES).stream().map(Role::of).toList();
    return new Settings(cluster(),
        new Settings.Embedded(number(SettingKeys.EMBEDDED_KAFKA_PORT), number(SettingKeys.EMBEDDED_REGISTRY_PORT),
            data),
        api(),
        new Settings.Topics(text(SettingKeys.TOPICS_PREFIX), number(SettingKeys.TOPICS_PARTITIONS),
            (short) number(SettingKeys.TOPICS_REPLICATION_FACTOR)),
        text(SettingKeys.APPLICATION_ID_PREFIX), Collections.unmodifiableSet(new TreeSet<>(roles)), gate(),
        new Settings.Risk(number(SettingKeys.RISK_THREADS), millis(SettingKeys.RISK_COMMIT_INTERVAL),
            Duration.parse(text(SettingKeys.RISK_TRANSACTION_MEMORY)), scorer()),
        webhooks(),
        new Settings.Audit(text(SettingKeys.AUDIT_ORIGIN), keyFile(data), number(SettingKeys.AUDIT_THREADS),
            millis(SettingKeys.AUDIT_COMMIT_INTERVAL)),
        bridges(roles),
        handedOn(PassThrough.KAFKA), handedOn(PassThrough.STREAMS));
  }

  /** One of the two alone would mix a foreign broker with an own registry, whose ids mean nothing to the other readers. */
  private Optional<Settings.Cluster> cluster() {
    Setting brokers = set.get(SettingKeys.KAFKA_BOOTSTRAP_SERVERS.name());
    Setting registry = set.get(SettingKeys.SCHEMA_REGISTRY_URL.name());
    if (brokers == null && registry == null) {
      return Optional.empty();
    }
    if (brokers != null && registry != null) {
      return Optional.of(new Settings.Cluster(brokers.value(), url(registry.value())));
    }
    Setting given = brokers != null ? brokers : Objects.requireNonNull(registry);
    String missing = (brokers != null ? SettingKeys.SCHEMA_REGISTRY_URL : SettingKeys.KAFKA_BOOTSTRAP_SERVERS).name();
    throw new Refused("expected %s together with %s, but got only %s %s; set %s (or the variable %s) too".formatted(
        missing, given.key(), given.key(), given.origin(), missing, SettingKey.variable(missing)));
  }

  private ApiSettings api() {
    var lookups = new ApiSettings.Lookups(yes(SettingKeys.HTTP_AUDIT_LOOKUPS), yes(SettingKeys.HTTP_AUDIT_PUBLIC),
        yes(SettingKeys.HTTP_HASH_INDEX));
    Optional<ApiSettings.Tls> tls = given(SettingKeys.HTTP_TLS_FILE)
        .map(file -> new ApiSettings.Tls(Path.of(file).toAbsolutePath(), text(SettingKeys.HTTP_TLS_PASSWORD)));
    return new ApiSettings(text(SettingKeys.HTTP_HOST), number(SettingKeys.HTTP_PORT), url(text(SettingKeys.HTTP_URL)),
        given(SettingKeys.HTTP_KEY), tls, number(SettingKeys.HTTP_RATE),
        Duration.parse(text(SettingKeys.HTTP_CHECK_TIMEOUT)), Duration.parse(text(SettingKeys.HTTP_CONFIRM_TIMEOUT)),
        lookups, given(SettingKeys.APPLICATION_SERVER));
  }

  private Optional<String> given(SettingKey key) {
    return Optional.ofNullable(set.get(key.name())).map(Setting::value);
  }

  private boolean yes(SettingKey key) {
    return Boolean.parseBoolean(text(key));
  }

  private Settings.Gate gate() {
    Duration maxAge = Duration.parse(text(SettingKeys.GATE_REQUEST_MAX_AGE));
    Duration memory = Duration.parse(text(SettingKeys.GATE_REQUEST_MEMORY));
    if (memory.compareTo(maxAge) < 0) {
      throw new Refused(
          "expected gate.request.memory not to be less than gate.request.max.age (%s), but got %s%s; a request could be "
              .formatted(maxAge, memory, where(SettingKeys.GATE_REQUEST_MEMORY))
              + "repeated after it is forgotten and before it is too old: raise the one or lower the other");
    }
    return new Settings.Gate(number(SettingKeys.GATE_THREADS), millis(SettingKeys.GATE_COMMIT_INTERVAL),
        Duration.parse(text(SettingKeys.GATE_ALLOWANCE_VALIDITY)), maxAge, memory,
        BuiltInPolicy.of(text(SettingKeys.POLICY_DEFAULT)));
  }

  private Optional<Settings.Scorer> scorer() {
    return Optional.ofNullable(set.get(SettingKeys.RISK_SCORER_URL.name())).map(given -> new Settings.Scorer(
        url(given.value()),
        Optional.ofNullable(set.get(SettingKeys.RISK_SCORER_TOKEN_FILE.name())).map(it -> Path.of(it.value())),
        Duration.parse(text(SettingKeys.RISK_SCORER_TIMEOUT)), number(SettingKeys.RISK_SCORER_MINIMUM_CALLS),
        number(SettingKeys.RISK_SCORER_MAX_WAITING)));
  }

  private WebhookSettings webhooks() {
    Map<String, WrapUpCodes.Meaning> codes = new HashMap<>();
    Setting given = set.get(SettingKeys.WEBHOOK_GENESYS_CODES.name());
    if (given != null) {
      for (String pair : given.value().split(",", -1)) {
        int equals = pair.indexOf('=');
        codes.put(pair.substring(0, equals), pair.endsWith("=opt-out")
            ? WrapUpCodes.Meaning.OPT_OUT
            : WrapUpCodes.Meaning.NOTHING);
      }
    }
    return new WebhookSettings(new WrapUpCodes(codes), text(SettingKeys.WEBHOOK_GENESYS_REGION),
        Optional.ofNullable(set.get(SettingKeys.WEBHOOK_CXONE_SECRET_FILE.name())).map(it -> Path.of(it.value())));
  }

  private BridgeSettings bridges(List<Role> roles) {
    BridgeSettings bridges = new BridgeView(key -> Optional.ofNullable(set.get(key.name())).map(Setting::value)
        .or(() -> Optional.ofNullable(key.fallback()))).settings();
    if (roles.contains(Role.BRIDGE) && !bridges.any()) {
      throw new Refused(
          "expected a bridge that leads somewhere, but the role bridge is set%s and no destination is; set bridge.cxone.profile, bridge.genesys.profile, bridge.alerts.url or bridge.summaries.url"
              .formatted(where(SettingKeys.ROLES)));
    }
    return bridges;
  }

  private Path keyFile(Path data) {
    Setting given = set.get(SettingKeys.AUDIT_KEY_FILE.name());
    return given == null ? data.resolve("audit").resolve("key.pem") : Path.of(given.value()).toAbsolutePath();
  }

  private String where(SettingKey key) {
    Setting setting = set.get(key.name());
    return setting == null ? " by default" : " " + setting.origin();
  }

  private PassThrough handedOn(String prefix) {
    Map<String, String> settings = new HashMap<>();
    set.forEach((key, setting) -> PassThrough.prefixOf(key).filter(prefix::equals)
        .ifPresent(found -> settings.put(key.substring(found.length()), setting.value())));
    return new PassThrough(settings);
  }

  private Object value(SettingKey key) {
    @Nullable
    Object value = parsed.get(key.name());
    return Objects.requireNonNull(value, key.name());
  }

  private String text(SettingKey key) {
    return (String) value(key);
  }

  private int number(SettingKey key) {
    return Math.toIntExact((Long) value(key));
  }

  private Duration millis(SettingKey key) {
    return Duration.ofMillis((Long) value(key));
  }

  private List<String> list(SettingKey key) {
    return ((List<?>) value(key)).stream().map(Object::toString).toList();
  }

  /** Without the slash at the end, so that paths can be appended. */
  private static URI url(String text) {
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}
