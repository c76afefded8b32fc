package io.dialgate.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A policy or a risk model that is not taken. The message has a line for each of its faults. */
public final class BrokenDocument extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  BrokenDocument(List<Fault> faults) {
    super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, by line: at least one fault, and at most {@value Faults#MAX_FAULTS}. */
  public List<Fault> faults() {
    return faults;
  }
}
