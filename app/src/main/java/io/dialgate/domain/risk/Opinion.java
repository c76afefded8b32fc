package io.dialgate.domain.risk;

/**
 * What an external scorer said of an event that the rules have scored.
 *
 * @param answered what became of asking it
 * @param points what it adds, before the model's cap; 0 unless it answered
 * @param reason its reason, or why there is no answer
 */
public record Opinion(Answered answered, int points, String reason) {

  /** The name of its contribution. No feature of a model can have it: theirs are words without blanks. */
  public static final String FEATURE = "external scorer";

  /** The most points that it can add. */
  public static final int MOST_POINTS = 100;

  /** The most characters of a reason. */
  public static final int MOST_CHARACTERS = 500;

  /** What became of asking. */
  public enum Answered {
    /** It answered in time. */
    IN_TIME,
    /** It did not answer in time. */
    NO_ANSWER,
    /** It answered with an error, or with what cannot be taken. */
    FAILED,
    /** It was not asked: it fails too often, or too many wait for it. */
    NOT_ASKED
  }

  /**
   * Takes what can be meant.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public Opinion {
    int most = answered == Answered.IN_TIME ? MOST_POINTS : 0;
    if (points < 0 || points > most) {
      throw new IllegalArgumentException("expected the points of an opinion that is %s to be from 0 to %d, but got %d"
          .formatted(answered, most, points));
    }
    if (reason.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("expected the reason of an opinion to have at most %d characters, but got %d"
          .formatted(MOST_CHARACTERS, reason.length()));
    }
  }

  /** Without points: the rule score stands. */
  public static Opinion none(Answered answered, String why) {
    return new Opinion(answered, 0, why.substring(0, Math.min(why.length(), MOST_CHARACTERS)));
  }

  /** The score with these points, where the rules' contributions add up to this much. */
  public int score(int sum, int cap) {
    return Math.min(cap, sum + points);
  }
}
