package io.dialgate.runtime.bridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.SettingKey;
import io.dialgate.runtime.settings.Settings;

/** Bridges are off until they are told where to go, and refuse what lacks something before anything is started. */
class BridgeSettingsTest {

  private static Settings load(String... keysAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      environment.put(SettingKey.variable(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return Settings.load(Optional.empty(), environment, List.of());
  }

  @Test
  void shouldLeadNowhereByDefault() {
    // when
    Settings settings = load();

    // then
    assertThat(settings.bridges().any()).isFalse();
    assertThat(settings.roles().toString()).doesNotContain("bridge");
  }

  @Test
  void shouldRefuseTheRoleWithoutADestination() {
    // when / then
    assertThatThrownBy(() -> load("roles", "gate,bridge")).isInstanceOf(Refused.class)
        .hasMessageContaining("expected a bridge that leads somewhere").hasMessageContaining("DIALGATE_ROLES");
  }

  @Test
  void shouldRefuseAWebhookWithoutASecret() {
    // when / then
    assertThatThrownBy(() -> load("bridge.alerts.url", "https://example.com/alerts")).isInstanceOf(Refused.class)
        .hasMessage("expected bridge.alerts.secret together with bridge.alerts.url, but got only the url; "
            + "set bridge.alerts.secret (or the variable DIALGATE_BRIDGE_ALERTS_SECRET) too");
  }

  @Test
  void shouldSumUpEveryFiveMinutesUnlessToldOtherwise() {
    // given
    String[] told = {"bridge.summaries.url", "https://example.com/runs/", "bridge.summaries.secret", "s3cret"};

    // when
    var summaries = load(told).bridges().summaries();

    // then
    assertThat(summaries).hasValueSatisfying(it -> {
      assertThat(it.every()).isEqualTo(Duration.ofMinutes(5));
      assertThat(it.hook().url()).hasToString("https://example.com/runs");
    });
  }

  @Test
  void shouldRefuseAPlatformWithoutAnAddressOrASecret() {
    // given
    Settings homeless = load("bridge.cxone.profile", "guide");
    Settings unknown = load("bridge.cxone.profile", "guide", "bridge.cxone.url", "https://example.com");

    // when / then
    assertThatThrownBy(() -> Bridges.check(homeless.bridges())).isInstanceOf(Refused.class)
        .hasMessageStartingWith("expected bridge.cxone.url together with bridge.cxone.profile");
    assertThatThrownBy(() -> Bridges.check(unknown.bridges())).isInstanceOf(Refused.class)
        .hasMessageStartingWith("expected bridge.cxone.client.secret together with bridge.cxone.profile");
  }

  @Test
  void shouldShowNoSecret() {
    // when
    Settings settings = load("bridge.cxone.profile", "guide", "bridge.cxone.client.secret", "s3cret",
        "bridge.alerts.url", "https://example.com/alerts", "bridge.alerts.secret", "s3cret");

    // then
    assertThat(settings.toString()).doesNotContain("s3cret").contains("cxone", "https://example.com/alerts");
  }
}
