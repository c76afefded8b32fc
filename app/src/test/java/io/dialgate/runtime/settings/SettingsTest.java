package io.dialgate.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.runtime.Refused;

class SettingsTest {

  @TempDir
  Path folder;

  @Test
  void shouldHaveDefaultsThatNeedNothing() {
    // when
    Settings settings = Settings.load(Optional.empty(), Map.of("PATH", "/bin"), List.of());

    // then
    assertThat(settings.cluster()).isEmpty();
    assertThat(settings.http()).isEqualTo(new ApiSettings("127.0.0.1", 8080, URI.create("http://127.0.0.1:8080"),
        Optional.empty(), Optional.empty(), 2_000, Duration.ofSeconds(10), Duration.ofSeconds(10),
        new ApiSettings.Lookups(true, false, false), Optional.empty()));
    assertThat(settings.topics()).isEqualTo(new Settings.Topics("dialgate.", 6, (short) -1));
    assertThat(settings.roles()).containsExactly(Role.GATE, Role.RISK, Role.AUDIT);
    assertThat(settings.embedded().dataDir()).isAbsolute().hasFileName("data");
    assertThat(settings.gate()).isEqualTo(new Settings.Gate(2, Duration.ofMillis(10), Duration.ofMinutes(15),
        Duration.ofHours(24), Duration.ofHours(24), BuiltInPolicy.STANDARD));
    assertThat(settings.applicationId(Role.GATE)).isEqualTo("dialgate-gate");
  }

  @Test
  void shouldPutDefaultBelowFileBelowEnvironmentBelowCommandLine() throws IOException {
    // given
    Path file = file("http.port=1\ngate.threads=2\naudit.threads=2\n");
    Map<String, String> environment = Map.of("DIALGATE_GATE_THREADS", "3", "DIALGATE_AUDIT_THREADS", "3");
    List<Setting> options = List.of(Setting.option("--audit-threads", "audit.threads", "4"));

    // when
    Settings settings = Settings.load(Optional.of(file), environment, options);

    // then
    assertThat(settings.http().port()).isEqualTo(1);
    assertThat(settings.gate().threads()).isEqualTo(3);
    assertThat(settings.audit().threads()).isEqualTo(4);
  }

  @Test
  void shouldFindFileThroughEnvironment() throws IOException {
    // given
    Map<String, String> environment = Map.of("DIALGATE_SETTINGS", file("http.port=7\n").toString());

    // when
    Settings settings = Settings.load(Optional.empty(), environment, List.of());

    // then
    assertThat(settings.http().port()).isEqualTo(7);
  }

  @Test
  void shouldReadEveryKeyFromItsVariable() {
    // given
    Map<String, String> environment = Map.of("DIALGATE_KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2",
        "DIALGATE_SCHEMA_REGISTRY_URL", "http://r:3/apis/", "DIALGATE_KAFKA_SECURITY_PROTOCOL", "SSL",
        "DIALGATE_STREAMS_CONSUMER_MAX_POLL_RECORDS", "5");

    // when
    Settings settings = Settings.load(Optional.empty(), environment, List.of());

    // then
    assertThat(settings.cluster()).contains(new Settings.Cluster("a:1,b:2", URI.create("http://r:3/apis")));
    assertThat(settings.kafka().settings()).isEqualTo(Map.of("security.protocol", "SSL"));
    assertThat(settings.streams().settings()).isEqualTo(Map.of("consumer.max.poll.records", "5"));
    assertThat(settings.client("a:1")).containsEntry("bootstrap.servers", "a:1").containsEntry("security.protocol",
        "SSL");
  }

  @Test
  void shouldNotPrintWhatIsHandedOn() {
    // given
    Map<String, String> environment = Map.of("DIALGATE_KAFKA_SASL_JAAS_CONFIG", "password=secret");

    // when
    Settings settings = Settings.load(Optional.empty(), environment, List.of());

    // then
    assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("secret");
  }

  @Test
  void shouldRefuseBrokersWithoutRegistry() {
    // given
    Map<String, String> environment = Map.of("DIALGATE_KAFKA_BOOTSTRAP_SERVERS", "a:1");

    // then
    assertThatThrownBy(() -> Settings.load(Optional.empty(), environment, List.of())).isInstanceOf(Refused.class)
        .hasMessage("expected schema.registry.url together with kafka.bootstrap.servers, but got only "
            + "kafka.bootstrap.servers in the environment variable DIALGATE_KAFKA_BOOTSTRAP_SERVERS; "
            + "set schema.registry.url (or the variable DIALGATE_SCHEMA_REGISTRY_URL) too");
  }

  @Test
  void shouldRefuseMemoryShorterThanAge() throws IOException {
    // given
    Path file = file("gate.request.memory=PT1M\n");

    // then
    assertThatThrownBy(() -> Settings.load(Optional.of(file), Map.of(), List.of())).isInstanceOf(Refused.class)
        .hasMessageContaining("gate.request.max.age (PT24H), but got PT1M in " + file + " line 1;");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("dialgate.properties"), text);
  }
}
