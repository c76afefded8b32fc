package io.dialgate.lists.merge;

/** Pairs of a number and a payload, one after the other. */
public interface Pairs extends AutoCloseable {

  /** Goes to the next pair; false at the end. */
  boolean next();

  /** The number of the pair at which it stands. */
  long number();

  /** What goes with it. */
  long payload();

  @Override
  void close();
}
