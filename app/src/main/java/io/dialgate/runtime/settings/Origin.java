package io.dialgate.runtime.settings;

import java.nio.file.Path;

/** Where a value was set. It prints as the words that belong into a sentence. */
public sealed interface Origin {

  /** A line of the settings file, counted from 1. */
  record Line(Path file, int number) implements Origin {
    @Override
    public String toString() {
      return "in " + file + " line " + number;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return "in the environment variable " + name;
    }
  }

  /** An option of the command line, as written there. */
  record Option(String name) implements Origin {
    @Override
    public String toString() {
      return "on the command line (" + name + ")";
    }
  }
}
