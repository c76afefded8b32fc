package io.dialgate.ledger.checkpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import io.dialgate.wire.Topics;
import io.dialgate.wire.work.Turns;
import io.dialgate.wire.work.Worker;

/**
 * Signs the heads of all logs, at most once an interval and only while there is something new. Of several instances one signs,
 * and another takes over when it ends; they need the same key.
 *
 * <p>What it cannot do now (a broker that is away, a full disk) it tries again; what must not be done (a log that contradicts
 * what was signed) it refuses until somebody has looked and started it again.
 */
public final class Checkpointer implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final CheckpointerSettings settings;
  private final Worker worker;

  private Checkpointer(CheckpointerSettings settings) {
    this.settings = settings;
    this.worker = Worker.start("checkpointer", "the checkpointer cannot sign", this::takePart);
  }

  /** Starts, and returns at once. */
  public static Checkpointer start(CheckpointerSettings settings) {
    return new Checkpointer(settings);
  }

  /** What is wrong; empty while it does its work, or waits for its turn. */
  public Optional<String> trouble() {
    return worker.trouble();
  }

  @Override
  public void close() {
    worker.close();
  }

  /** Two that sign for a moment do no harm: both sign heads of the same committed log. */
  private void takePart(Worker at) throws IOException {
    try (var turns = new Turns(settings.client(), settings.group(), settings.instance(),
        Topics.AUDIT_CHECKPOINTS.name(settings.prefix()))) {
      while (!at.isClosed()) {
        if (turns.isOurs(POLL)) {
          try (Turn turn = Turn.begin(settings)) {
            work(turn, turns, at);
          }
        }
        at.told(null);
      }
    }
  }

  private void work(Turn turn, Turns turns, Worker at) throws IOException {
    long next = System.nanoTime();
    while (!at.isClosed() && turns.isOurs(Duration.ZERO)) {
      if (System.nanoTime() - next >= 0) {
        next = System.nanoTime() + settings.interval().toNanos();
        turn.sign();
        at.told(turn.trouble().orElse(null));
      }
      turn.follow(POLL);
    }
  }
}
