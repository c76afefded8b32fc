package io.dialgate.bridge.feed;

import java.util.Optional;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.Alert;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** Every alert, for those who have to look at it. */
public final class Alarms implements Feed<Alert> {

  @Override
  public Topic<Alert> topic() {
    return Topics.ALERTS;
  }

  @Override
  public Optional<Item> item(Mail<Alert> mail) {
    Alert alert = mail.value();
    if (alert == null) {
      return Optional.empty();
    }
    var values = new Values().text("alertId", alert.getAlertId()).text("kind", alert.getKind().name())
        .text("subject", alert.getSubject()).text("message", alert.getMessage()).object("details", alert.getDetails())
        .instant("raisedAt", Optional.of(alert.getRaisedAt()));
    return Optional.of(new Item(Kind.ALERT, "alert-" + alert.getAlertId(), alert.getAlertId(), values.all()));
  }
}
