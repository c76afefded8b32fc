package io.dialgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts end with whoever started them, and with nobody else. */
class OrphansIT {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void shouldLeaveNoChildBehindWhenParentIsKilled() throws Exception {
    // given
    try (var parent = MachineProcess.start(folder)) {
      assertThat(parent.children()).hasSize(2).allMatch(ProcessHandle::isAlive);

      // when
      parent.kill();

      // then
      await().atMost(GONE_WITHIN).until(() -> parent.children().stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void shouldStartAgainRightAfterParentWasKilled() throws Exception {
    // given
    var parent = MachineProcess.start(folder);
    parent.kill();

    // when
    try (var again = MachineProcess.start(folder)) {

      // then
      assertThat(again.children()).hasSize(2).allMatch(ProcessHandle::isAlive).doesNotContainAnyElementsOf(
          parent.children());
      assertThat(parent.children()).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void shouldNotHearSignalsThatAreMeantForParent() throws Exception {
    // given
    try (var parent = MachineProcess.start(folder)) {

      // when
      for (ProcessHandle child : parent.children()) {
        for (String signal : new String[]{"-INT", "-HUP", "-TERM"}) {
          new ProcessBuilder("/bin/kill", signal, Long.toString(child.pid())).start().waitFor(5, TimeUnit.SECONDS);
        }
      }

      // then
      await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20))
          .until(() -> parent.children().stream().allMatch(ProcessHandle::isAlive));
      assertThat(parent.closeInOrder()).isEqualTo("closed");
      assertThat(parent.children()).noneMatch(ProcessHandle::isAlive);
    }
  }
}
