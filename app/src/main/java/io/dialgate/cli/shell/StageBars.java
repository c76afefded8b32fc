package io.dialgate.cli.shell;

import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.registry.Stages;

/** The stages of an import as bars on the standard error, each with rate and time left. */
public final class StageBars implements Stages {

  private final Output output;
  private @Nullable ProgressBar bar;

  /** Bars that nothing has been told yet. */
  public StageBars(Output output) {
    this.output = output;
  }

  @Override
  public void begin(String words, long size) {
    output.progress("%s: %,d".formatted(Output.plain(words), size));
    bar = new ProgressBar(output, size);
  }

  @Override
  public void at(long position) {
    if (bar != null) {
      bar.at(position);
    }
  }

  @Override
  public void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
