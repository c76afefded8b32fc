package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.wire.Topics;

/** A start that would be wrong, or that cannot be, ends with one sentence and a code. */
@OnEmbeddedGround
class RefusedStartIT {

  private static final int USAGE = 2;
  private static final int UNREACHABLE = 3;

  private final Site site;

  RefusedStartIT(Ground ground) {
    site = new Site(ground, "refused");
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldRefuseTopicsWithUnequalPartitions() throws Exception {
    // given
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", site.ground().cluster().bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(Topics.DIAL_REQUESTS.name(site.prefix()), 3, (short) 1),
          new NewTopic(Topics.OPT_OUT_DISPOSITIONS.name(site.prefix()), 4, (short) 1))).all().get();
    }

    // then
    assertRefused(site.up("data"), USAGE, "3 for dial-requests");
  }

  @ParameterizedTest
  @CsvSource({"DIALGATE_PROCESSING_GUARANTEE, at_least_once, exactly_once_v2",
      "DIALGATE_STREAMS_PROCESSING_GUARANTEE, exactly_once_beta, exactly_once_v2",
      "DIALGATE_HTTP_PROT, 80, did you mean DIALGATE_HTTP_PORT?"})
  void shouldRefuseSetting(String variable, String value, String told) throws Exception {
    // given
    Map<String, String> environment = new HashMap<>(site.environment("data"));
    environment.put(variable, value);

    // then
    try (UpProcess up = UpProcess.start(site.folder().resolve("data"), environment)) {
      assertRefused(up, USAGE, told);
    }
  }

  @ParameterizedTest
  @CsvSource({"--kafka-port, --registry-port", "--registry-port, --kafka-port"})
  void shouldSayThatPortOfOwnMachineIsInUse(String option, String other) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UpProcess up = UpProcess.start(site.folder().resolve("data"), Map.of(), other, "0", option,
            Integer.toString(taken.getLocalPort()))) {
      assertRefused(up, UNREACHABLE, Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void shouldSayThatPortOfApiIsInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UpProcess up = UpProcess.start(site.folder().resolve("data"), site.environment("data"), "--http-port",
            Integer.toString(taken.getLocalPort()))) {
      assertRefused(up, UNREACHABLE, Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void shouldRefuseToJoinInstancesThatCouldNotReachIt() throws Exception {
    // given: its port is any free one
    site.serve("first");

    // then
    assertRefused(site.up("second"), USAGE, "application.server");
  }

  @Test
  void shouldSayThatAnotherInstanceHoldsFolder() throws Exception {
    // given
    site.serve("data");

    // then
    assertRefused(site.up("data"), UNREACHABLE, "another instance");
  }

  /** One sentence in the house's form, and no stack trace. */
  private static void assertRefused(UpProcess up, int code, String told) throws Exception {
    assertThat(up.exitCode()).as(up.complaint()).isEqualTo(code);
    assertThat(up.complaint().lines().filter(line -> line.startsWith("dialgate: "))).singleElement().asString()
        .startsWith("dialgate: expected ").contains(", but ").contains(told);
    assertThat(up.complaint()).doesNotContain("\tat ", "Exception");
  }
}
