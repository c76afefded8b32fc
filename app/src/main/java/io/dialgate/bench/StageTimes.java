package io.dialgate.bench;

import java.util.Locale;

import io.dialgate.runtime.registry.Stages;

/** Tells how long each stage of an import took: where the time of a round went. */
final class StageTimes implements Stages {

  private static final double NANOS = 1e9;

  private final Bench bench;
  private String stage = "";
  private long began;

  StageTimes(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void begin(String words, long size) {
    stage = words;
    began = System.nanoTime();
  }

  @Override
  public void at(long position) {
    // Only the whole of a stage is told.
  }

  @Override
  public void end() {
    bench.say(String.format(Locale.ROOT, "  %s: %.1f s", stage, (System.nanoTime() - began) / NANOS));
  }
}
