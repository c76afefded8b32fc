package io.dialgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.AssessmentFacts;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.ScorerOpinion;
import io.dialgate.schemas.ScorerOutcome;
import io.dialgate.schemas.Velocity;

class RecordedAssessmentJsonTest {

  @Test
  void shouldTellWhatAComplianceReaderLooksFor() throws Exception {
    // given
    var one = new RiskAssessment();
    one.setTransactionId("t-1");
    one.setInteractionId("i-1");
    one.setCustomerId("ann");
    one.setScore(55);
    one.setFlag(RiskFlag.HIGH);
    one.setCategory("high_value");
    one.setThreshold(45);
    one.setContributions(List.of(new Contribution("count_1h", "3", 15)));
    one.setVelocities(List.of(new Velocity("count", 3600L, "3", true)));
    one.setModel("sha256:ab");
    one.setAssessedAt(Instant.parse("2026-09-01T15:08:00Z"));
    one.setFacts(new AssessmentFacts(new BigDecimal("12000.5000"), "USD", Map.of("ip", "::1"),
        Instant.parse("2026-09-01T15:07:05.12Z"), "premium", null, null,
        new ScorerOpinion(ScorerOutcome.ANSWERED, 12, "listed", 43)));

    // when
    String json = new ObjectMapper().writeValueAsString(RecordedAssessmentJson.of(one));

    // then
    assertThat(json).isEqualTo("{\"id\":\"risk-t-1\",\"timestamp\":\"2026-09-01T15:08:00.000000Z\","
        + "\"interactionId\":\"i-1\",\"transactionId\":\"t-1\",\"customerId\":\"ann\",\"score\":55,\"flag\":\"HIGH\","
        + "\"category\":\"high_value\",\"threshold\":45,\"unscored\":null,\"repeated\":false,"
        + "\"contributions\":[{\"feature\":\"count_1h\",\"observed\":\"3\",\"points\":15}],"
        + "\"velocities\":[{\"measure\":\"count\",\"windowSeconds\":3600,\"value\":\"3\",\"atLeast\":true}],"
        + "\"model\":\"sha256:ab\",\"facts\":{\"amount\":\"12000.5000\",\"currency\":\"USD\",\"attributes\":{\"ip\":\"::1\"},"
        + "\"occurredAt\":\"2026-09-01T15:07:05.120000Z\",\"tier\":\"premium\",\"shadow\":null,\"rekeyed\":null,"
        + "\"scorer\":{\"outcome\":\"ANSWERED\",\"points\":12,\"reason\":\"listed\",\"ruleScore\":43}}}");
  }
}
