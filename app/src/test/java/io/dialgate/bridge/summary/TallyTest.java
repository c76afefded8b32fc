package io.dialgate.bridge.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.dialgate.schemas.RunSummary;
import io.dialgate.schemas.Verdict;

class TallyTest {

  private static final Instant FROM = Instant.parse("2026-09-01T15:00:00Z");

  @Test
  void shouldTellCounts() {
    // given
    var tally = new Tally();
    for (int i = 0; i < 6; i++) {
      tally.count(Verdict.ALLOW);
    }
    tally.count(Verdict.SUPPRESS);
    tally.count(Verdict.SUPPRESS);
    tally.count(Verdict.RECALL);
    tally.countUnreadable();

    // when
    RunSummary summary = tally.summary(FROM, FROM.plusSeconds(40));

    // then: a recall withdraws an answer, and is none of its own
    assertThat(summary).isEqualTo(new RunSummary("2026-09-01T15:00:00Z/2026-09-01T15:00:40Z", FROM,
        FROM.plusSeconds(40), 8L, 6L, 2L, 1L, 1L));
  }
}
