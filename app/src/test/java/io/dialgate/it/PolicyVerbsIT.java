package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.rules.StandardPolicy;

/**
 * The law from the command line, against a gate that runs as a newcomer starts it: one gate for all of it, so that what changes it
 * most comes last.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyVerbsIT {

  private static final String NEW_ORLEANS = "+15045550143";
  private static final String SAMPLE = "/io/dialgate/cli/demo/samples/ftc-full-list-2026-08-28.txt";

  @TempDir
  static Path folder;

  private OwnGate gate;

  @BeforeAll
  void start() {
    gate = OwnGate.start(folder, Map.of("DIALGATE_POLICY_DEFAULT", "standard"));
  }

  @AfterAll
  void stop() throws Exception {
    gate.stop();
  }

  @Test
  @Order(4)
  void shouldAllowNoSolicitationBeforeARegistryIsImportedAndPutPoliciesInForceByTheirTime() throws Exception {
    // given: whatever the hour, a fresh gate without a registry allows nothing
    assertThat(codes(gate.verb("check", NEW_ORLEANS, "--json"))).contains("REGISTRY_STALE");
    Path sample = write("ftc.txt", resource(SAMPLE));

    // when: the registry is imported as of today, and every hour is open
    gate.verb("registry", "import", sample.toString(), "--as-of", LocalDate.now(ZoneOffset.UTC).toString()).done();
    Path open = write("open.yaml", standard().replaceAll("\\d\\d:\\d\\d-\\d\\d:\\d\\d", "00:00-24:00")
        .replaceAll(": closed", ": 00:00-24:00"));
    JsonNode first = gate.verb("policy", "publish", open.toString(), "--json").json();

    // then
    assertThat(first.get("tasks").asInt()).isEqualTo(6);
    assertThat(gate.verb("check", NEW_ORLEANS, "--json").json().get("verdict").asText()).isEqualTo("ALLOW");

    // when: the shipped one, and the first again
    Path shipped = write("standard.yaml", standard());
    JsonNode second = gate.verb("policy", "publish", shipped.toString(), "--json").json();
    JsonNode third = gate.verb("policy", "publish", open.toString(), "--json").json();

    // then: all three moments are kept
    assertThat(third.get("hash")).isEqualTo(first.get("hash")).isNotEqualTo(second.get("hash"));
    JsonNode now = gate.verb("policy", "show", "--json").json();
    assertThat(now.get("hash")).isEqualTo(first.get("hash"));
    String justBefore = Instant.parse(now.get("since").asText()).minusMillis(1).toString();
    JsonNode before = gate.verb("policy", "show", "--at", justBefore, "--json").json();
    assertThat(before.get("hash")).isEqualTo(second.get("hash"));
    String beforeThat = Instant.parse(before.get("since").asText()).minusMillis(1).toString();
    assertThat(gate.verb("policy", "show", "--at", beforeThat, "--json").json().get("hash"))
        .isEqualTo(first.get("hash"));
    assertThat(gate.verb("policy", "show", "--at", "2020-01-01T00:00:00Z", "--json").json().get("since").isNull())
        .isTrue();
  }

  @Test
  @Order(2)
  void shouldRefuseABrokenDocumentAndWriteNothing() throws Exception {
    // given
    Path broken = write("broken.yaml", standard().replace("region: US-AL", "region: XX"));

    // when
    Verb refused = gate.verb("policy", "publish", broken.toString());

    // then
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("broken.yaml:", "rule AL-hours", "expected a country", "but got \"XX\"");
    assertThat(gate.verb("policy", "show", "--json").json().get("since").isNull()).isTrue();
  }

  @Test
  @Order(3)
  void shouldBlockARegionUntilItIsReleasedAndDecideAllOfItAgain() throws Exception {
    // given
    gate.verb("policy", "block", "--region", "us-la", "--because", "storm").done();
    assertThat(codes(gate.verb("check", NEW_ORLEANS, "--json"))).contains("STATE_OF_EMERGENCY");
    gate.verb("policy", "block", "--region", "US-LA", "--release").done();
    assertThat(codes(gate.verb("check", NEW_ORLEANS, "--json"))).doesNotContain("STATE_OF_EMERGENCY");

    // when: under the policies that they name
    Verb same = gate.verb("policy", "diff", "--json");

    // then
    assertThat(same.code()).as(same.err()).isZero();
    assertThat(same.json().get("same").asBoolean()).isTrue();
    assertThat(same.json().get("decisions").asInt()).isGreaterThanOrEqualTo(1);

    // when: under one that asks no registry, at any hour
    Path free = write("free.yaml", standard()
        .replaceAll("  - \\{id: [^{}]*fresh-registry: \\{[^{}]*\\}[^{}]*\\}\n", "")
        .replaceAll("\\d\\d:\\d\\d-\\d\\d:\\d\\d", "00:00-24:00").replaceAll(": closed", ": 00:00-24:00"));
    Verb otherwise = gate.verb("policy", "diff", "--policy", free.toString(), "--json");

    // then: only the block still stands in the way of one of them
    assertThat(otherwise.code()).as(otherwise.err()).isZero();
    assertThat(otherwise.json().get("changed").asInt()).isEqualTo(1);
    assertThat(otherwise.json().get("rules").toString()).contains("SUPPRESS to ALLOW", "no more REGISTRY_STALE");
  }

  @Test
  @Order(1)
  void shouldSayWhatIsWrongWithACommandLine() {
    // when, then
    assertThat(gate.verb("policy", "block", "--region", "Mars", "--because", "x").err()).contains("but got 'Mars'");
    assertThat(gate.verb("policy", "block", "--region", "US-LA").err()).contains("expected --because");
    assertThat(gate.verb("policy", "publish", "nowhere.yaml").err()).contains("nowhere.yaml", "cannot be read");
    assertThat(gate.verb("policy", "show", "--at", "yesterday").code()).isEqualTo(2);
    assertThat(gate.verb("registry", "import", "nowhere.txt").err()).contains("nowhere.txt", "cannot be read");
  }

  private static List<String> codes(Verb check) {
    List<String> codes = new ArrayList<>();
    check.json().get("findings").forEach(finding -> codes.add(finding.get("code").asText()));
    return codes;
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String standard() {
    return new String(StandardPolicy.document(), StandardCharsets.UTF_8);
  }

  private static String resource(String name) throws Exception {
    try (var in = Objects.requireNonNull(StandardPolicy.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
