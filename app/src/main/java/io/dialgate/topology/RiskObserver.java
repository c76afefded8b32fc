package io.dialgate.topology;

/** Told what the risk topology does, so that somebody can count it. */
public interface RiskObserver extends IntakeObserver {

  /** Counts nothing. */
  RiskObserver NONE = new RiskObserver() {
  };

  /** A transaction was scored. */
  default void assessed(String flag, String category) {}

  /** A transaction was not scored, because of this. */
  default void unscored(String why) {}

  /** A transaction id came again, and was answered with what had been told. */
  default void repeatedTransaction() {}
}
