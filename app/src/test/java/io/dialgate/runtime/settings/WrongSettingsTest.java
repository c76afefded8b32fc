package io.dialgate.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.runtime.Refused;

class WrongSettingsTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      http.port=eighty               | expected http.port to be a port from 0 (any free one) to 65535, but got 'eighty'
      http.port=65536                | expected http.port to be a port from 0 (any free one) to 65535, but got '65536'
      http.port=                     | expected http.port to be a port from 0 (any free one) to 65535, but got ''
      topics.partitions=0            | expected topics.partitions to be a whole number from 1 to 10000, but got '0'
      topics.partitions=10001        | expected topics.partitions to be a whole number from 1 to 10000, but got '10001'
      topics.replication.factor=0    | expected topics.replication.factor to be a whole number from 1 to 32767, or -1
      topics.replication.factor=-2   | expected topics.replication.factor to be a whole number from 1 to 32767, or -1
      topics.prefix=a/b              | expected topics.prefix to be at most 100 letters
      gate.allowance.validity=15 min | expected gate.allowance.validity to be an ISO-8601 duration from PT1S to PT24H
      gate.allowance.validity=PT25H  | expected gate.allowance.validity to be an ISO-8601 duration from PT1S to PT24H
      roles=gate,sales               | expected roles to be one or more of gate, risk, audit, bridge, separated by commas
      roles=                         | expected roles to be one or more of gate, risk, audit, bridge, separated by commas
      http.url=localhost:8080        | expected http.url to be an address that begins with http:// or https://
      kafka.bootstrap.servers=broker | expected kafka.bootstrap.servers to be host:port, or several separated by commas
      processing.guarantee=at_least_once | expected processing.guarantee to be exactly_once_v2 (any other can decide
      """)
  void shouldRefuseWrongValue(String line, String sentence) throws IOException {
    // given
    Path file = file("# a comment\n\n" + line + "\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class).hasMessageStartingWith(sentence)
        .hasMessageContaining("in " + file + " line 3; correct it, or remove it for the default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.key=dgk_s3cret", "bridge.cxone.client.secret=s3cret", "bridge.alerts.secret=s3cret",
      "bridge.summaries.url=ftp://me:s3cret@example.com", "schema.registry.url=htp://me:s3cret@example.com/x"})
  void shouldNeverRepeatASecret(String line) throws IOException {
    // given: a blank secret is wrong, and so is each of the others
    Path file = file(line.replaceFirst("secret=.*", "secret="));

    // when
    Throwable refused = catchThrowable(() -> load(file));

    // then
    assertThat(refused).isInstanceOf(Refused.class).hasMessageContaining(line.substring(0, line.indexOf('=')))
        .hasMessageContaining(" line 1; correct it");
    var told = new StringWriter();
    refused.printStackTrace(new PrintWriter(told));
    assertThat(told.toString()).doesNotContain("s3cret");
  }

  @Test
  void shouldKeepEverySecretToItself() {
    // when
    List<String> secret = SettingKeys.ALL.stream().filter(SettingKey::secret).map(SettingKey::name).toList();

    // then: whoever adds a key that holds one is reminded here
    List<String> byName = SettingKeys.ALL.stream().map(SettingKey::name)
        .filter(name -> name.matches("(.*[.])?(secret|password|key|token)")).toList();
    assertThat(secret).containsExactlyInAnyOrderElementsOf(byName);
  }

  @Test
  void shouldNotPrintValues() {
    // when
    String printed = Setting.option("--x", "http.key", "s3cret").toString();

    // then
    assertThat(printed).contains("http.key").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams.processing.guarantee=at_least_once", "kafka.isolation.level=read_uncommitted",
      "streams.consumer.isolation.level=read_uncommitted", "kafka.enable.idempotence=false", "kafka.acks=1",
      "streams.producer.acks=0", "streams.main.consumer.auto.offset.reset=latest", "kafka.partitioner.class=x.Y",
      "streams.application.id=x", "streams.bootstrap.servers=a:1", "kafka.group.id=x", "streams.num.stream.threads=4"})
  void shouldRefuseToHandOnWhatBreaksPromise(String line) throws IOException {
    // given
    Path file = file(line + "\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessageStartingWith("expected " + line.substring(0, line.indexOf('=')) + " to be ")
        .hasMessageContaining("line 1; remove it");
  }

  @Test
  void shouldNameNearestKeyOfUnknownOneInFile() throws IOException {
    // given
    Path file = file("gate.thread=2\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class).hasMessage(
        "expected a known setting, but got 'gate.thread' in " + file + " line 1; did you mean gate.threads?");
  }

  @Test
  void shouldNameNearestVariableOfUnknownOneInEnvironment() {
    // given
    Map<String, String> environment = Map.of("DIALGATE_HTPP_PORT", "1");

    // then
    assertThatThrownBy(() -> Settings.load(Optional.empty(), environment, List.of())).isInstanceOf(Refused.class)
        .hasMessage("expected a known setting, but got DIALGATE_HTPP_PORT in the environment; "
            + "did you mean DIALGATE_HTTP_PORT?");
  }

  @Test
  void shouldNotGuessWhenNothingIsNear() throws IOException {
    // given
    Path file = file("colour=blue\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessageEndingWith("line 1; `dialgate settings` lists all keys");
  }

  @Test
  void shouldRefuseKeyThatStandsTwice() throws IOException {
    // given
    Path file = file("http.port=1\nhttp.host=a\nhttp.port : 2\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class).hasMessage(
        "expected http.port once, but got it in " + file + " line 1 and again in " + file + " line 3; remove one");
  }

  @Test
  void shouldCountContinuedLines() throws IOException {
    // given
    Path file = file("roles = gate, \\\n  audit\nhttp.port=x\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class).hasMessageContaining(" line 3;");
  }

  @Test
  void shouldRefuseMalformedEscape() throws IOException {
    // given
    Path file = file("http.host=\\u12\n");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessage("expected key=value, but got a malformed \\u escape in " + file
            + " line 1; write \\u and 4 hex digits");
  }

  @Test
  void shouldRefuseMissingFile() {
    // given
    Path file = folder.resolve("none.properties");

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessage("expected a settings file, but got none at " + file + "; check the path");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() throws IOException {
    // given
    Path file = folder.resolve("dialgate.properties");
    Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe});

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessage("expected UTF-8 text, but got other bytes in " + file + "; save it as UTF-8");
  }

  @Test
  void shouldRefuseFileBeyondBound() throws IOException {
    // given
    Path file = folder.resolve("dialgate.properties");
    Files.write(file, "#".repeat((int) PropertiesFile.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8));

    // then
    assertThatThrownBy(() -> load(file)).isInstanceOf(Refused.class)
        .hasMessageStartingWith("expected a settings file of at most 1048576 bytes, but got 1048577");
  }

  private static Settings load(Path file) {
    return Settings.load(Optional.of(file), Map.of(), List.of());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("dialgate.properties"), text);
  }
}
