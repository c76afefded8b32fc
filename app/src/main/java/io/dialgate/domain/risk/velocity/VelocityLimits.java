package io.dialgate.domain.risk.velocity;

/**
 * The most that is kept of one customer. At a bound nothing fails: tallies that it touches become lower bounds, and say so.
 *
 * @param events events in the longest window and the grace. Beyond it the oldest page is forgotten: counts, sums and distinct
 * values of windows that reach back to it are at least what is told, and a late event from that time is too late
 * @param values values of all attributes together. A value beyond it is not remembered: while a window may hold such a
 * value, its distinct values are at least what is told
 * @param currencies currencies that are summed. Amounts in a further one are told as at least the event's own
 */
public record VelocityLimits(int events, int values, int currencies) {

  /** A million events, 20,000 values and 16 currencies: at most about 20 MB. */
  public static final VelocityLimits DEFAULT = new VelocityLimits(1 << 20, 20_000, 16);

  private static final int FEWEST_EVENTS = 128;

  /** Checks the bounds' bounds: two pages of events at least, and no number that could overflow. */
  public VelocityLimits {
    if (events < FEWEST_EVENTS || events > 1 << 24 || values < 1 || values > 1 << 20 || currencies < 1
        || currencies > 64) {
      throw new IllegalArgumentException(
          "expected %d to 16777216 events, 1 to 1048576 values and 1 to 64 currencies, but got %d, %d and %d; correct them"
              .formatted(FEWEST_EVENTS, events, values, currencies));
    }
  }
}
