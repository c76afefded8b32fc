package io.dialgate.domain.policy.law;

import java.util.Set;

import io.dialgate.domain.place.LineType;

/**
 * Which calls a provision is about. An empty set is every value.
 *
 * @param callTypes kinds of call, for example {@code solicitation}
 * @param lines kinds of line
 * @param whenLineUnknown what becomes of the provision where the digits do not tell the kind of line
 * @param dialModes how the call is dialled, for example {@code predictive}
 * @param channels {@code voice}, {@code text}
 */
public record Scope(Set<String> callTypes, Set<LineType> lines, WhenLineUnknown whenLineUnknown,
    Set<String> dialModes, Set<String> channels) {

  /** Every call. */
  public static final Scope ALL = new Scope(Set.of(), Set.of(), WhenLineUnknown.APPLIES, Set.of(), Set.of());

  /** Keeps its own copies. */
  public Scope {
    callTypes = Set.copyOf(callTypes);
    lines = Set.copyOf(lines);
    dialModes = Set.copyOf(dialModes);
    channels = Set.copyOf(channels);
  }

  /** What becomes of a provision for some kinds of line where the digits do not tell. Either way it is noted. */
  public enum WhenLineUnknown {
    /** It is kept to. */
    APPLIES,
    /** It is left out. */
    NOTED
  }
}
