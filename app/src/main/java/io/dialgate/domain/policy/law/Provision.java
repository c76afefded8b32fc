package io.dialgate.domain.policy.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One row of the law.
 *
 * @param id names it within its document, for example {@code US-FL-hours}
 * @param region a country ({@code US}: it holds in all its states) or a state or province ({@code US-FL})
 * @param scope which calls it is about
 * @param term when it is in effect
 * @param citation what it rests on
 * @param measure what it asks for
 */
public record Provision(String id, String region, Scope scope, Term term, Citation citation, Measure measure) {

  /**
   * When a provision is in effect, by the dates at the called party; both ends may be open.
   *
   * @param from the first day; null: always was
   * @param to the last day; null: no end is known
   */
  public record Term(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Without a beginning or an end. */
    public static final Term ALWAYS = new Term(null, null);

    public boolean covers(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * What a provision rests on.
   *
   * @param text the statute or rule, as findings cite it
   * @param source where the value was read
   * @param confidence how sure that reading is
   */
  public record Citation(String text, String source, Confidence confidence) {}

  /** How sure a reading of the law is. It changes no decision: what is doubtful is kept to. */
  public enum Confidence {
    HIGH, MEDIUM, LOW
  }
}
