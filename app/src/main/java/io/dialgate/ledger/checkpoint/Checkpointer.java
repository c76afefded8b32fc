package io.dialgate.ledger.checkpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.wire.Topics;
import io.dialgate.wire.turn.Turns;

/**
 * Signs the heads of all logs, at most once an interval and only while there is something new. Of several instances one signs,
 * and another takes over when it ends; they need the same key.
 *
 * <p>What it cannot do now (a broker that is away, a full disk) it tries again; what must not be done (a log that contradicts
 * what was signed) it refuses until somebody has looked and started it again.
 */
public final class Checkpointer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final CheckpointerSettings settings;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String trouble;

  private Checkpointer(CheckpointerSettings settings) {
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("checkpointer").daemon().unstarted(this::run);
  }

  /** Starts, and returns at once. */
  public static Checkpointer start(CheckpointerSettings settings) {
    var checkpointer = new Checkpointer(settings);
    checkpointer.thread.start();
    return checkpointer;
  }

  /** What is wrong; empty while it does its work, or waits for its turn. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void run() {
    while (!isClosed()) {
      // Two that sign for a moment do no harm: both sign heads of the same committed log.
      try (var turns = new Turns(settings.client(), settings.group(), settings.instance(),
          Topics.AUDIT_CHECKPOINTS.name(settings.prefix()))) {
        takePart(turns);
      } catch (IOException | RuntimeException e) {
        // The folder, the key, the broker, the registry: whatever it is, the next attempt begins anew.
        if (!isClosed()) {
          trouble = "the checkpointer cannot sign: " + e.getMessage();
          LOG.atWarn().setCause(e).log("the checkpointer begins anew");
          pause();
        }
      }
    }
  }

  private void takePart(Turns turns) throws IOException {
    while (!isClosed()) {
      if (turns.isOurs(POLL)) {
        try (Turn turn = Turn.begin(settings)) {
          work(turn, turns);
        }
      }
      trouble = null;
    }
  }

  private void work(Turn turn, Turns turns) throws IOException {
    long next = System.nanoTime();
    while (!isClosed() && turns.isOurs(Duration.ZERO)) {
      if (System.nanoTime() - next >= 0) {
        next = System.nanoTime() + settings.interval().toNanos();
        turn.sign();
        trouble = turn.trouble().orElse(null);
      }
      turn.follow(POLL);
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause() {
    try {
      var _ = closed.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  @Override
  public void close() {
    // Not interrupted at first: that would close the files under its hands.
    closed.countDown();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.atWarn().log("the checkpointer did not end in time");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
