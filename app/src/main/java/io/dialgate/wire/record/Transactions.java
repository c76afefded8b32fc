package io.dialgate.wire.record;

import java.util.Objects;

import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.schemas.DataActionTransaction;

/** {@code data-action-transactions}. */
public final class Transactions {

  /** The currency of an amount that names none. */
  public static final String CURRENCY = "USD";

  private Transactions() {}

  /** What the customer did. */
  public static RiskArrival read(DataActionTransaction record) {
    try {
      return new RiskArrival.Acted(new RiskEvent(record.getTransactionId(), record.getInteractionId(),
          record.getCustomerId(), record.getAmount(), Objects.requireNonNullElse(record.getCurrency(), CURRENCY),
          record.getAttributes(), record.getOccurredAt()));
    } catch (IllegalArgumentException e) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  /** The domain value as a record again. */
  public static DataActionTransaction toRecord(RiskEvent event) {
    return new DataActionTransaction(event.transactionId(), event.interactionId(), event.customerId(),
        RiskAssessments.amount(event), event.currency(), event.attributes(), event.occurredAt());
  }
}
