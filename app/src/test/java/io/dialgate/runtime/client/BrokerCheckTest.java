package io.dialgate.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.dialgate.runtime.Unreachable;

class BrokerCheckTest {

  private static final Duration WITHIN = Duration.ofMillis(1_500);

  @Test
  void shouldGiveUpSoonWhereNobodyListens() {
    // given
    String nowhere = "127.0.0.1:1";

    // when
    long start = System.nanoTime();
    assertThatThrownBy(() -> check(nowhere).require())

        // then
        .isInstanceOf(Unreachable.class).hasMessage(
            "expected a Kafka broker at 127.0.0.1:1, but got 'Connection refused' for 1 s; start one with 'dialgate up', or name another by kafka.bootstrap.servers");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(WITHIN).isLessThan(WITHIN.multipliedBy(4));
  }

  @Test
  void shouldNameAHostThatNobodyKnows() {
    // when / then
    assertThatThrownBy(() -> check("nowhere.invalid:9092").require()).isInstanceOf(Unreachable.class)
        .hasMessageContaining("but got 'unknown host nowhere.invalid'");
  }

  /** A port that takes connections, and belongs to something else. */
  @Test
  void shouldGiveUpSoonWhereNobodyAnswers() throws IOException {
    // given
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();

      // when
      long start = System.nanoTime();
      assertThatThrownBy(() -> check(address).require())

          // then
          .isInstanceOf(Unreachable.class).hasMessageStartingWith("expected a Kafka broker at " + address);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WITHIN.multipliedBy(6));
    }
  }

  private static BrokerCheck check(String address) {
    return new BrokerCheck(Map.of("bootstrap.servers", address), WITHIN);
  }
}
