package io.dialgate.lists;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.dialgate.domain.dnc.ListEvent.Change;

/** A change and its time in one long, so that of two changes of a number the larger counts: the later; at a tie, the addition. */
final class Moment {

  private Moment() {}

  static long of(Change change, Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) << 1 | (change == Change.ADDED ? 1 : 0);
  }

  static Change change(long moment) {
    return (moment & 1) == 1 ? Change.ADDED : Change.REMOVED;
  }

  static Instant at(long moment) {
    return Instant.EPOCH.plus(moment >> 1, ChronoUnit.MICROS);
  }
}
