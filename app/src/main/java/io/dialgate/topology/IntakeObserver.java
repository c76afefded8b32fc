package io.dialgate.topology;

/**
 * Told what comes in, so that somebody can count it.
 *
 * <p>Called from stream threads, several at once; an implementation is fast, never blocks and never throws. A transaction
 * that is aborted and done again is told again: these are figures for a dashboard, the topics are the truth.
 */
public interface IntakeObserver {

  /** A record came with a wrong key or on a wrong partition, from this source or platform, and was sent the right way. */
  default void rekeyed(String source) {}

  /** A record was rejected, with this error code. */
  default void rejected(String code) {}
}
