package io.dialgate.runtime.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.runtime.Refused;

/** Types what was set about bridges; each value has passed its own check. */
final class BridgeView {

  private final Function<SettingKey, Optional<String>> texts;

  /** @param texts what was set, or is the default */
  BridgeView(Function<SettingKey, Optional<String>> texts) {
    this.texts = texts;
  }

  BridgeSettings settings() {
    List<BridgeSettings.Platform> platforms = new ArrayList<>();
    platform("cxone", BridgeKeys.CXONE).ifPresent(platforms::add);
    platform("genesys", BridgeKeys.GENESYS).ifPresent(platforms::add);
    var tries = new BridgeSettings.Tries(duration(BridgeKeys.TIMEOUT), number(BridgeKeys.ATTEMPTS),
        duration(BridgeKeys.BACKOFF_FIRST), duration(BridgeKeys.BACKOFF_LONGEST),
        number(BridgeKeys.BREAKER_MINIMUM_CALLS), duration(BridgeKeys.BREAKER_OPEN), duration(BridgeKeys.RETRY_WAIT),
        number(BridgeKeys.RETRY_ROUNDS));
    return new BridgeSettings(platforms, hook(BridgeKeys.ALERTS),
        hook(BridgeKeys.SUMMARIES)
            .map(hook -> new BridgeSettings.Summaries(hook, duration(BridgeKeys.SUMMARIES_EVERY))),
        tries, duration(BridgeKeys.REACH),
        Set.copyOf(list(BridgeKeys.PAUSED)));
  }

  private Optional<BridgeSettings.Platform> platform(String name, BridgeKeys.OfPlatform keys) {
    return texts.apply(keys.profile()).map(profile -> new BridgeSettings.Platform(name, profile, url(keys.url()),
        url(keys.tokenUrl()), texts.apply(keys.clientId()).orElse(""), texts.apply(keys.clientSecret()).orElse(""),
        parameters(keys.parameters()), operations(keys.operations()), number(keys.rate())));
  }

  /** Nobody could tell what comes without a signature from one that somebody else has made up. */
  private Optional<BridgeSettings.Hook> hook(BridgeKeys.OfHook keys) {
    return url(keys.url()).map(url -> new BridgeSettings.Hook(url, texts.apply(keys.secret())
        .orElseThrow(
            () -> new Refused("expected %s together with %s, but got only the url; set %s (or the variable %s) too"
                .formatted(keys.secret().name(), keys.url().name(), keys.secret().name(),
                    SettingKey.variable(keys.secret().name()))))));
  }

  private Map<String, String> parameters(SettingKey key) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : list(key)) {
      int sign = pair.indexOf('=');
      parameters.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return parameters;
  }

  private Set<Kind> operations(SettingKey key) {
    return list(key).stream().map(id -> Kind.of(id).orElseThrow())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private List<String> list(SettingKey key) {
    return texts.apply(key).stream().flatMap(text -> Arrays.stream(text.split(",", -1))).map(String::strip).toList();
  }

  private Optional<URI> url(SettingKey key) {
    return texts.apply(key).map(text -> URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
  }

  private String text(SettingKey key) {
    return texts.apply(key).orElseThrow(() -> new IllegalStateException("expected a default of " + key.name()));
  }

  private int number(SettingKey key) {
    return Integer.parseInt(text(key));
  }

  private Duration duration(SettingKey key) {
    return Duration.parse(text(key));
  }
}
