package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.wire.Topics;

/** What must have come of risk traffic, whoever was killed meanwhile. */
final class RiskExpected {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

  private final RiskTraffic traffic;
  private final Site site;

  RiskExpected(RiskTraffic traffic, Site site) {
    this.traffic = traffic;
    this.site = site;
  }

  /** Every transaction is answered, each time that it was sent, and the audit has the answers. */
  void awaitSettled() {
    await().atMost(SETTLED_WITHIN).pollInSameThread().untilAsserted(
        () -> assertThat(site.committed(Topics.RISK_ASSESSMENTS)).hasSizeGreaterThanOrEqualTo(traffic.sent().size()));
    await().atMost(SETTLED_WITHIN).pollInSameThread().until(() -> new AuditLogs(site).isComplete());
  }

  /** Each transaction is scored once, answered as often as it was sent, and every score can be made again from the audit. */
  void check() {
    Map<String, List<RiskAssessment>> answers = site.values(Topics.RISK_ASSESSMENTS).stream()
        .collect(Collectors.groupingBy(RiskAssessment::getTransactionId));
    Map<String, Long> sent = traffic.sent().stream()
        .collect(Collectors.groupingBy(DataActionTransaction::getTransactionId, Collectors.counting()));
    assertThat(answers.keySet()).isEqualTo(sent.keySet());
    answers.forEach((id, given) -> {
      assertThat(given).as("answers to %s", id).hasSize(Math.toIntExact(sent.getOrDefault(id, 0L)));
      assertThat(given).extracting(RiskAssessment::getRepeated).as("answers to %s, in order", id)
          .isEqualTo(repeated(given.size()));
      given.forEach(one -> one.setRepeated(false));
      assertThat(given).as("answers to %s", id).containsOnly(given.getFirst());
    });
    assertThat(alerted()).isEqualTo(answers.values().stream().map(List::getFirst)
        .filter(one -> one.getFlag() == RiskFlag.HIGH).map(RiskAssessment::getTransactionId).sorted().toList());
    new AuditLogs(site).check();
    checkReplay(answers.size());
  }

  private void checkReplay(int transactions) {
    Verb backtest = Verb.run(site.folder(), site.environment("verbs"), "risk", "backtest", "--json");
    assertThat(backtest.code()).as(backtest.out() + backtest.err()).isZero();
    assertThat(backtest.json().get("compared").asInt()).isEqualTo(transactions);
    assertThat(backtest.json().get("different").asInt()).isZero();
  }

  private List<String> alerted() {
    return site.values(Topics.ALERTS).stream().filter(alert -> alert.getKind() == AlertKind.HIGH_RISK)
        .map(alert -> alert.getDetails().get("transactionId")).sorted().toList();
  }

  private static List<Boolean> repeated(int answers) {
    List<Boolean> repeated = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      repeated.add(i > 0);
    }
    return repeated;
  }
}
