package io.dialgate.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ShutdownTest {

  private final List<String> happened = new ArrayList<>();
  private final Shutdown shutdown = new Shutdown(() -> happened.add("orderly"), code -> happened.add("halt " + code));

  @Test
  void shouldCloseInOrderAtFirstSignal() throws InterruptedException {
    // when
    shutdown.signal(2);

    // then
    shutdown.await();
    assertThat(shutdown.asked()).isTrue();
    assertThat(happened).containsExactly("orderly");
  }

  @Test
  void shouldHaltAtSecondSignal() {
    // given
    shutdown.signal(2);

    // when
    shutdown.signal(2);

    // then
    assertThat(happened).containsExactly("orderly", "halt 130");
  }
}
