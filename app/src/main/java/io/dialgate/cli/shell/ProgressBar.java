package io.dialgate.cli.shell;

import java.time.Duration;

/** How far something has come, on the standard error: a line now and then, nothing for what is quick. */
public final class ProgressBar implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int WIDTH = 30;

  private final Output output;
  private final long size;
  private final long start = System.nanoTime();
  private long told = start;
  private long done;

  /** A bar for so much work. */
  public ProgressBar(Output output, long size) {
    this.output = output;
    this.size = size;
  }

  /** So much of it is done. */
  public void at(long position) {
    done = position;
    long now = System.nanoTime();
    if (now - told >= EVERY.toNanos()) {
      told = now;
      tell();
    }
  }

  @Override
  public void close() {
    if (told != start) {
      tell();
    }
  }

  private void tell() {
    double part = size == 0 ? 1 : Math.min(1, (double) done / size);
    double seconds = (System.nanoTime() - start) / 1e9;
    int full = (int) (part * WIDTH);
    output.progress("[%s%s] %3.0f %%  %,d a second, %s left".formatted("#".repeat(full), ".".repeat(WIDTH - full),
        part * 100, (long) (done / seconds),
        part == 0 ? "?" : Duration.ofSeconds((long) (seconds / part - seconds)).toString().substring(2)));
  }
}
