package io.dialgate.cli.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;

/** Waits for alerts, and tells them. */
final class AlertsTold {

  private AlertsTold() {}

  /** Waits for that many alerts of a kind about a subject. */
  static void tell(Stage stage, AlertKind kind, String subject, int expected) {
    stage.seen().await(() -> of(stage, kind, subject).size() >= expected);
    List<Alert> alerts = of(stage, kind, subject);
    for (Alert alert : alerts) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("alert", alert.getKind().name());
      document.put("subject", alert.getSubject());
      document.put("message", alert.getMessage());
      document.put("raisedAt", alert.getRaisedAt().toString());
      stage.narrator().tell(document,
          "     @|bold,yellow ALERT|@ %s: %s".formatted(alert.getKind(), alert.getMessage()));
    }
    stage.expectations().check("%s about %s".formatted(Count.of(expected, "alert"), subject), expected,
        alerts.size());
  }

  private static List<Alert> of(Stage stage, AlertKind kind, String subject) {
    return stage.seen().alerts.stream()
        .filter(alert -> alert.getKind() == kind && alert.getSubject().equals(subject))
        .sorted(Comparator.comparing(Alert::getAlertId)).toList();
  }
}
