package io.dialgate.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;
import io.dialgate.wire.json.DecisionJson;

/** Asks, waits for the answers, and tells each with its reasons. */
final class DecisionsTold {

  private DecisionsTold() {}

  /**
   * Asks through a dialler's producer.
   *
   * @param expected what must be answered to each request, in the notation of {@link #summary}
   */
  static void ask(Stage stage, Outbox dialler, Map<DialRequest, String> expected) {
    expected.keySet()
        .forEach(request -> dialler.send(Topics.DIAL_REQUESTS, stage.key(request.getPhone()), request));
    Map<String, String> byId = new LinkedHashMap<>();
    expected.forEach((request, answer) -> byId.put(request.getRequestId(), answer));
    tellLatest(stage, byId);
  }

  /**
   * Waits until there are as many decisions as are expected of each request, and tells the latest.
   *
   * @param expected all decisions about each request, separated by {@code ", then "}
   */
  static void tellLatest(Stage stage, Map<String, String> expected) {
    stage.seen().await(() -> expected.entrySet().stream()
        .allMatch(one -> decisions(stage, one.getKey()).size() >= one.getValue().split(", then ").length));
    expected.forEach((id, answers) -> {
      List<DialDecision> got = decisions(stage, id);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("request", id);
      if (!got.isEmpty()) {
        document.put("decision", DecisionJson.of(got.getLast()));
      }
      stage.expectations().tell(document, got.isEmpty() ? "no answer to " + id : words(got.getLast()), answers,
          got.stream().map(DecisionsTold::summary).collect(Collectors.joining(", then ")));
    });
  }

  /** The verdict, and the codes in the order of the alphabet: {@code SUPPRESS CUSTOMER_REQUEST NATIONAL_DNC}. */
  static String summary(DialDecision decision) {
    return decision.getFindings().stream().map(Finding::getCode).sorted()
        .collect(Collectors.joining(" ", decision.getVerdict() + " ", "")).strip();
  }

  private static List<DialDecision> decisions(Stage stage, String requestId) {
    return stage.seen().decisions.getOrDefault(requestId, List.of());
  }

  private static String words(DialDecision decision) {
    String number = decision.getNumber().isEmpty() ? decision.getFacts().getRequest().getPhone() : decision.getNumber();
    var words = new StringBuilder(
        "%s %-13s %s/%s: %s".formatted(verdict(decision.getVerdict()), number, decision.getPlatform(),
            decision.getRequestId(), meaning(decision)));
    for (Finding finding : decision.getFindings()) {
      words.append("%n       %-16s  %s%n       %-16s  %s; %s".formatted(finding.getCode(),
          PlainWords.of(finding.getCode()), "", finding.getObserved(), finding.getCitation()));
    }
    return words.toString();
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case ALLOW -> "@|bold,green ALLOW|@   ";
      case SUPPRESS -> "@|bold,red SUPPRESS|@";
      case RECALL -> "@|bold,yellow RECALL|@  ";
    };
  }

  private static String meaning(DialDecision decision) {
    return switch (decision.getVerdict()) {
      case ALLOW -> "may be called until " + decision.getValidUntil();
      case SUPPRESS -> decision.getRetryAt() == null
          ? "must not be called"
          : "must not be called; ask again at " + decision.getRetryAt();
      case RECALL -> "was allowed, and must not be called any more";
    };
  }
}
