package io.dialgate.wire.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  @Test
  void shouldSayWhatTheTroubleIsAndBeginAnew() {
    // given
    var begun = new AtomicInteger();
    var away = new AtomicBoolean(true);
    try (Worker worker = Worker.start("test", "nothing is counted", at -> {
      begun.incrementAndGet();
      if (away.get()) {
        throw new IOException("the disk is full");
      }
      at.told(null);
      untilClosed(at);
    })) {
      await().atMost(WITHIN).untilAsserted(
          () -> assertThat(worker.trouble()).hasValue("nothing is counted: the disk is full"));

      // when
      away.set(false);

      // then
      await().atMost(WITHIN).untilAsserted(() -> assertThat(worker.trouble()).isEmpty());
      assertThat(begun.get()).isGreaterThan(1);
    }
  }

  @Test
  void shouldTellTheTroubleOfTheWorkItself() {
    // given
    try (Worker worker = Worker.start("test", "nothing is counted", at -> {
      at.told("a log contradicts what was signed");
      untilClosed(at);
    })) {
      // when / then
      await().atMost(WITHIN).untilAsserted(
          () -> assertThat(worker.trouble()).hasValue("a log contradicts what was signed"));
    }
  }

  @Test
  void shouldLetTheWorkEndBeforeItIsClosed() {
    // given
    var started = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    Worker worker = Worker.start("test", "nothing is counted", at -> {
      started.countDown();
      untilClosed(at);
      ended.set(true);
    });
    await().atMost(WITHIN).until(() -> started.getCount() == 0);

    // when
    worker.close();

    // then
    assertThat(ended).isTrue();
    assertThat(worker.isClosed()).isTrue();
  }

  @Test
  void shouldNotBeginAnewWhenItFailsBecauseItIsClosed() {
    // given
    var begun = new AtomicInteger();
    Worker worker = Worker.start("test", "nothing is counted", at -> {
      begun.incrementAndGet();
      untilClosed(at);
      throw new IllegalStateException("closed under its hands");
    });
    await().atMost(WITHIN).until(() -> begun.get() == 1);

    // when
    worker.close();

    // then
    assertThat(begun).hasValue(1);
    assertThat(worker.trouble()).isEmpty();
  }

  private static void untilClosed(Worker worker) {
    while (!worker.isClosed()) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
