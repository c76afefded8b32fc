package io.dialgate.domain.risk.velocity;

/**
 * Where an event stands among its customer's: by its time, in microseconds since 1970, and among those of one time by the order
 * of arrival.
 */
record Moment(long time, long number) implements Comparable<Moment> {

  @Override
  public int compareTo(Moment other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
