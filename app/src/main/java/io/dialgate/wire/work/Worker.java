package io.dialgate.wire.work;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a thread of its own until it is closed. Whatever fails, a broker that is away, a registry, a full disk: it waits two
 * seconds and begins anew, and says meanwhile what the trouble is.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final String failing;
  private final Work work;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String trouble;

  /** What it does. */
  @FunctionalInterface
  public interface Work {

    /**
     * Goes on until {@link Worker#isClosed}; if it returns before, it is called again.
     *
     * @throws InterruptedException if it is not to begin anew
     */
    void go(Worker worker) throws IOException, InterruptedException;
  }

  private Worker(String name, String failing, Work work) {
    this.name = name;
    this.failing = failing;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * Starts, and returns at once.
   *
   * @param name of the thread, and in the log
   * @param failing what begins the words about a failure: what does not happen now
   */
  public static Worker start(String name, String failing, Work work) {
    var worker = new Worker(name, failing, work);
    worker.thread.start();
    return worker;
  }

  /** Why the work does not go on; empty while it does. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** The work tells its own trouble; null: all is well. */
  public void told(@Nullable String words) {
    trouble = words;
  }

  /** Whether it is to end. */
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Lets the work end by itself first: an interruption closes files under its hands. */
  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.atWarn().addKeyValue("worker", name).log("did not end in time");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosed()) {
      try {
        work.go(this);
      } catch (InterruptedException _) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!isClosed()) {
          trouble = failing + ": " + e.getMessage();
          LOG.atWarn().addKeyValue("worker", name).setCause(e).log("begins anew");
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      var _ = closed.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }
}
