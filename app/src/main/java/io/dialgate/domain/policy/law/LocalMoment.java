package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a clock shows.
 *
 * @param zone where it hangs
 * @param date the day
 * @param second of the day, 0 to 86,399
 */
record LocalMoment(ZoneId zone, LocalDate date, int second) {

  static LocalMoment of(ZoneId zone, Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return new LocalMoment(zone, local.toLocalDate(), local.toLocalTime().toSecondOfDay());
  }

  @Override
  public String toString() {
    return LocalTime.ofSecondOfDay(second) + " in " + zone.getId();
  }
}
