package io.dialgate.runtime.webhook;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.dialgate.bridge.DataAction;
import io.dialgate.bridge.DataActionReader;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.http.Inbox;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Transactions;

/**
 * Takes NICE CXone's Data Actions. The transaction's id is its own, so that one that is posted twice is scored once.
 *
 * @param topics where transactions go
 * @param clock tells when one happened that does not say so
 */
public record DataActionInbox(WebhookTopics topics, InstantSource clock) implements Inbox {

  private static final DataActionReader READER = new DataActionReader();

  @Override
  public Taking take(String body, Caller caller) {
    return switch (READER.read(body, "the body", clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case DataAction.Malformed(String message) -> new Taking.Malformed(message);
      case DataAction.Transaction(var _, RiskEvent event, var _) -> topics
          .put(Topics.DATA_ACTION_TRANSACTIONS, event.customerId(), Transactions.toRecord(event))
          .<Taking>map(Taking.NotAcknowledged::new)
          .orElseGet(() -> new Taking.Taken(Map.of("transactionId", event.transactionId())));
    };
  }
}
