package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/** {@code up} with a broker and a registry of its own: how it ends, and what it finds again. */
class OwnMachineIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String NUMBER = Say.number(1);

  @TempDir
  Path folder;

  @Test
  void shouldStopEverythingAtCtrlCAndLetNobodyElseIn() throws Exception {
    try (UpProcess up = start()) {
      // given
      up.awaitReady();
      List<ProcessHandle> children = up.handle().descendants().toList();
      assertThat(children).hasSizeGreaterThanOrEqualTo(2);
      try (UpProcess second = start()) {
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.complaint()).contains("another instance holds it");
      }

      // when
      up.interrupt();

      // then
      assertThat(up.exitCode()).as(up.complaint()).isZero();
      assertThat(children).noneMatch(OwnMachineIT::runs);
    }
  }

  @Test
  void shouldLeaveNoProcessWhenKilledAndHaveItsStateAtNextStart() throws Exception {
    try (UpProcess killed = start()) {
      // given
      JsonNode ready = killed.awaitReady();
      List<ProcessHandle> children = killed.handle().descendants().toList();
      assertThat(ask(ready, "before").getVerdict()).isEqualTo(Verdict.ALLOW);
      optOut(ready);

      // when
      killed.kill();

      // then
      await().atMost(SOON).until(() -> children.stream().noneMatch(OwnMachineIT::runs));
    }
    try (UpProcess next = start()) {
      DialDecision answer = ask(next.awaitReady(), "after");
      assertThat(answer.getVerdict()).isEqualTo(Verdict.SUPPRESS);
      assertThat(answer.getFindings()).singleElement().extracting(finding -> finding.getCode())
          .isEqualTo("CUSTOMER_REQUEST");
      assertThat(next.stop()).isZero();
    }
  }

  private UpProcess start() {
    return UpProcess.start(folder.resolve("data"), Map.of(), "--kafka-port", "0", "--registry-port", "0", "--http-port",
        "0");
  }

  private static DialDecision ask(JsonNode ready, String id) {
    try (GateClient gate = client(ready)) {
      return gate.ask(Map.of(Say.request(id, NUMBER), NUMBER)).getFirst();
    }
  }

  private static void optOut(JsonNode ready) {
    try (GateClient gate = client(ready)) {
      gate.tell(Topics.OPT_OUT_DISPOSITIONS, Map.of(Say.optOut("wish", NUMBER), NUMBER), OptOutDisposition::getEventId,
          false);
    }
  }

  private static GateClient client(JsonNode ready) {
    var cluster = new Cluster(ready.get("kafka").asText(), URI.create(ready.get("registry").asText()));
    return new GateClient(Settings.load(Optional.empty(), Map.of(), List.of()), cluster, SOON);
  }

  /** A process that has ended, and that nobody has asked for its code yet, has no command line any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }
}
