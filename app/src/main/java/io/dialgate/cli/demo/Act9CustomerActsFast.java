package io.dialgate.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dialgate.bridge.DataAction;
import io.dialgate.bridge.DataActionReader;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.runtime.Refused;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.CustomerProfile;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.wire.Topics;
import io.dialgate.wire.json.RecordedAssessmentJson;
import io.dialgate.wire.record.Transactions;

/** A customer whom nobody would look at asks for one payment after the other, until the count alone makes it risky. */
final class Act9CustomerActsFast implements Act {

  private static final String CUSTOMER = "customer-1042";

  /** Premium customers have 10 points, large amounts 30, and more than two in an hour 15; large amounts are risky from 45 on. */
  private static final List<String> EXPECTED = List.of("LOW 40", "LOW 40", "HIGH 55", "HIGH 55");

  @Override
  public String title() {
    return "A premium customer's payments come fast: none is risky by itself, the burst is";
  }

  @Override
  public void play(Stage stage) {
    stage.out().send(Topics.CUSTOMER_PROFILES, CUSTOMER, new CustomerProfile(CUSTOMER, "premium"));
    List<RiskEvent> events = events(stage);
    stage.narrator().tell(Map.of("file", Samples.CXONE_DATA_ACTIONS, "transactions", events.size()),
        "   %s: %s".formatted(Samples.CXONE_DATA_ACTIONS, Count.of(events.size(), "transaction")));
    for (int i = 0; i < events.size(); i++) {
      stage.out().send(Topics.DATA_ACTION_TRANSACTIONS, CUSTOMER, Transactions.toRecord(events.get(i)));
      tell(stage, events.get(i).transactionId(), EXPECTED.get(i));
    }
    sendAgain(stage, events.getFirst());
    long high = EXPECTED.stream().filter(one -> one.startsWith(RiskFlag.HIGH.name())).count();
    AlertsTold.tell(stage, AlertKind.HIGH_RISK, CUSTOMER, Math.toIntExact(high));
  }

  private static List<RiskEvent> events(Stage stage) {
    var reader = new DataActionReader();
    List<RiskEvent> events = new ArrayList<>();
    for (String line : Samples.lines(Samples.CXONE_DATA_ACTIONS)) {
      switch (reader.read(line, Samples.CXONE_DATA_ACTIONS, stage.clock().instant())) {
        case DataAction.Transaction(String _, RiskEvent event, boolean _) -> events.add(event);
        case DataAction.Malformed(String message) -> throw new Refused(message);
      }
    }
    return events;
  }

  private static void tell(Stage stage, String id, String expected) {
    stage.seen().await(() -> !answers(stage, id).isEmpty());
    List<RiskAssessment> got = answers(stage, id);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("transaction", id);
    if (!got.isEmpty()) {
      document.put("assessment", RecordedAssessmentJson.of(got.getLast()));
    }
    stage.expectations().tell(document, got.isEmpty() ? "no answer to " + id : words(got.getLast()), expected,
        got.stream().map(one -> one.getFlag() + " " + one.getScore()).collect(Collectors.joining(", then ")));
  }

  /** The sender did not hear the answer, and asks again. */
  private static void sendAgain(Stage stage, RiskEvent event) {
    String id = event.transactionId();
    stage.out().send(Topics.DATA_ACTION_TRANSACTIONS, CUSTOMER, Transactions.toRecord(event));
    stage.seen().await(() -> answers(stage, id).size() > 1);
    stage.expectations().check(id + " comes again: it is answered as before, and not counted", "40 false, 40 true",
        answers(stage, id).stream().map(one -> one.getScore() + " " + one.getRepeated())
            .collect(Collectors.joining(", ")));
  }

  private static List<RiskAssessment> answers(Stage stage, String id) {
    return stage.seen().assessments.getOrDefault(id, List.of());
  }

  private static String words(RiskAssessment one) {
    var words = new StringBuilder("%s %s of %s: scores %d, and %s is risky from %d on".formatted(
        one.getFlag() == RiskFlag.HIGH ? "@|bold,red HIGH|@" : "@|bold,green LOW|@ ", one.getTransactionId(),
        one.getCustomerId(), one.getScore(), one.getCategory(), one.getThreshold()));
    if (one.getFlag() == RiskFlag.HIGH) {
      one.getContributions().forEach(it -> words
          .append("%n       %-16s  %2d points for %s".formatted(it.getFeature(), it.getPoints(), it.getObserved())));
    }
    return words.toString();
  }
}
