package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.avro.Samples;

class RepeatsTest {

  private final Repeats repeats = new Repeats();

  @Test
  void shouldTellTheLatestDecisionAboutARequest() {
    // given
    repeats.note(decision("idem-1", Verdict.ALLOW));

    // when
    repeats.note(decision("idem-1", Verdict.RECALL));

    // then
    assertThat(repeats.find("idem-1")).hasValueSatisfying(it -> assertThat(it.getVerdict()).isEqualTo(Verdict.RECALL));
    assertThat(repeats.find("idem-2")).isEmpty();
  }

  @Test
  void shouldKeepTheFirstAnswerWhenTheIdComesWithAnotherQuestion() {
    // given
    repeats.note(decision("idem-1", Verdict.ALLOW));

    // when
    repeats.note(FakeRecords.duplicate("idem-1"));
    repeats.note(FakeRecords.duplicate("idem-2"));

    // then
    assertThat(repeats.find("idem-1")).hasValueSatisfying(it -> assertThat(it.getVerdict()).isEqualTo(Verdict.ALLOW));
    assertThat(repeats.find("idem-2")).isEmpty();
  }

  @Test
  void shouldKeepNoMoreThanItsBound() {
    // given
    for (int i = 0; i <= Repeats.MAX_KEPT; i++) {
      DialDecision next = decision("idem-" + i, Verdict.ALLOW);

      // when
      repeats.note(next);
    }

    // then
    assertThat(repeats.find("idem-0")).isEmpty();
    assertThat(repeats.find("idem-1")).isPresent();
    assertThat(repeats.find("idem-" + Repeats.MAX_KEPT)).isPresent();
  }

  private static DialDecision decision(String id, Verdict verdict) {
    DialDecision decision = Samples.decision(id);
    decision.setVerdict(verdict);
    return decision;
  }
}
