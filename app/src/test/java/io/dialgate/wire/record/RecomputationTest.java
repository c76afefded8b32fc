package io.dialgate.wire.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.gate.Decider;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.Verdict;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.Policy;
import io.dialgate.rules.BookDocuments;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.registry.InMemoryRegistry;

/** Whoever has a decision's record and the policy that it names can make the decision again. */
class RecomputationTest {

  private static final int CASES = 4_000;
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofHours(24));
  private static final Policy POLICY = new BookDocuments().standard(LIMITS.requestMaxAge());
  private static final Decider DECIDER = new Decider(POLICY, LIMITS.allowance());

  private final AvroCodec<DialDecision> codec = new AvroCodec<>(DialDecision.class, new InMemoryRegistry(),
      "test-value");

  @Test
  void shouldMakeEveryDecisionAgainFromItsRecord() {
    // given
    Set<Verdict> verdicts = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (long seed = 0; seed < CASES; seed++) {
      Case call = new RandomCases(seed).next();
      for (Decision made : decisions(call)) {
        verdicts.add(made.verdict());
        made.findings().forEach(one -> codes.add(one.code().name()));

        // when
        DialDecision record = stored(DialDecisions.toRecord(made, LIMITS));
        Decision again = again(record);

        // then
        assertThat(again).as("seed %d", seed).isEqualTo(made);
        assertThat(DialDecisions.limits(record)).isEqualTo(LIMITS);
        assertThat(stored(DialDecisions.toRecord(Objects.requireNonNull(again), LIMITS))).isEqualTo(record);
      }
    }
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(codes).contains("OUTSIDE_CALLING_HOURS", "ATTEMPT_CAP", "REGISTRY_STALE", "STATE_OF_EMERGENCY",
        "CONSENT_REVOKED", "NO_CONSENT", "UNKNOWN_JURISDICTION", "EXEMPT_PERMISSION", "EXEMPT_EBR", "REKEYED",
        "DUPLICATE_REQUEST", "REQUEST_EXPIRED", "INVALID_NUMBER", "LINE_TYPE_UNKNOWN");
  }

  private static List<Decision> decisions(Case call) {
    List<Decision> made = new ArrayList<>();
    made.add(DECIDER.answer(call));
    Decision recall = DECIDER.reconsider(call);
    if (recall != null) {
      made.add(recall);
    }
    return made;
  }

  private static @Nullable Decision again(DialDecision record) {
    Case call = DialDecisions.toCase(record);
    return record.getVerdict() == io.dialgate.schemas.Verdict.RECALL ? DECIDER.reconsider(call) : DECIDER.answer(call);
  }

  private DialDecision stored(DialDecision record) {
    if (codec.decode(codec.encode(record)) instanceof Decoding.Decoded<DialDecision>(DialDecision read, int _)) {
      return read;
    }
    throw new AssertionError("expected to read what was written");
  }
}
