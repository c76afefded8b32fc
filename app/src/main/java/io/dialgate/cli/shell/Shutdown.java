package io.dialgate.cli.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Ctrl-C: the first asks for an orderly end, the second ends everything now.
 *
 * <p>A verb that runs until it is stopped begins with {@link #onSignals}, starts its work, waits in {@link #await}, and
 * closes its work on the way out, on its own thread and in the order of its try-with-resources. Shutdown hooks cannot do
 * this: they run in no order, and the JVM ignores a second signal while they do.
 */
public final class Shutdown {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final Runnable orderly;
  private final IntConsumer halt;

  /**
   * For {@link #onSignals} and tests.
   *
   * @param orderly tells the user that the end has begun
   * @param halt ends the process with an exit code, at once
   */
  public Shutdown(Runnable orderly, IntConsumer halt) {
    this.orderly = orderly;
    this.halt = halt;
  }

  /** From now on SIGINT and SIGTERM are ours. */
  public static Shutdown onSignals(Output output) {
    Shutdown shutdown = new Shutdown(() -> output.progress("Stopping; once more stops at once."), code -> {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      Runtime.getRuntime().halt(code);
    });
    Signals.handle("INT", shutdown::signal);
    Signals.handle("TERM", shutdown::signal);
    return shutdown;
  }

  /** Returns when the first signal came. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Returns when the first signal came, or after that time; whether it came. */
  public boolean await(Duration atMost) throws InterruptedException {
    return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the end has begun: a long start asks between its steps. */
  public boolean asked() {
    return asked.getCount() == 0;
  }

  /**
   * A signal came.
   *
   * @param number the signal's; a process that it ends has the exit code 128 + number
   */
  public void signal(int number) {
    if (first.getAndSet(false)) {
      orderly.run();
      asked.countDown();
    } else {
      halt.accept(128 + number);
    }
  }
}
