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

  /** The external scorer was to be asked, and this became of it. */
  default void opinion(String answered) {}

  /** An answer of the external scorer came when nobody waited for it any more. */
  default void opinionTooLate() {}

  /** A transaction id came again, and was answered with what had been told. */
  default void repeatedTransaction() {}
}
