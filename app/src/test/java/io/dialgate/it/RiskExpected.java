package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.wire.Topics;

/** What must have come of customers' transactions: each is scored once, and answered as often as it was sent. */
final class RiskExpected extends Expected {

  private final RiskTraffic traffic;

  RiskExpected(RiskTraffic traffic, Site site) {
    super(site);
    this.traffic = traffic;
  }

  @Override
  void awaitAnswers() {
    settled("an answer to every transaction, each time that it was sent",
        () -> site().committed(Topics.RISK_ASSESSMENTS).size() >= traffic.sent().size());
  }

  @Override
  void checkAnswers() {
    Map<String, List<RiskAssessment>> answers = site().values(Topics.RISK_ASSESSMENTS).stream()
        .collect(Collectors.groupingBy(RiskAssessment::getTransactionId));
    Map<String, Long> sent = traffic.sent().stream()
        .collect(Collectors.groupingBy(DataActionTransaction::getTransactionId, Collectors.counting()));
    assertThat(answers.keySet()).isEqualTo(sent.keySet());
    answers.forEach((id, given) -> {
      assertThat(given).as("answers to %s", id).hasSize(Math.toIntExact(sent.getOrDefault(id, 0L)));
      assertThat(given).extracting(RiskAssessment::getRepeated).as("answers to %s, in order", id)
          .isEqualTo(IntStream.range(0, given.size()).mapToObj(i -> i > 0).toList());
      assertThat(given).usingRecursiveFieldByFieldElementComparatorIgnoringFields("repeated").as("answers to %s", id)
          .containsOnly(given.getFirst());
    });
    assertThat(alerted()).isNotEmpty().isEqualTo(answers.values().stream().map(List::getFirst)
        .filter(one -> one.getFlag() == RiskFlag.HIGH).map(RiskAssessment::getTransactionId).sorted().toList());
    checkReplay(answers.size());
  }

  /** Every score can be made again from what is recorded. */
  private void checkReplay(int transactions) {
    JsonNode backtest = site().verb("risk", "backtest", "--json").done().json();
    assertThat(backtest.get("compared").asInt()).isEqualTo(transactions);
    assertThat(backtest.get("different").asInt()).isZero();
  }

  private List<String> alerted() {
    return site().values(Topics.ALERTS).stream().filter(alert -> alert.getKind() == AlertKind.HIGH_RISK)
        .map(alert -> alert.getDetails().get("transactionId")).sorted().toList();
  }
}
