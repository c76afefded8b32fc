package io.dialgate.wire.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** The receipts of one event as JSON. */
public final class ReceiptJson {

  private ReceiptJson() {}

  /** The document, ready to be written. */
  public static Map<String, @Nullable Object> of(List<Receipt> receipts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("eventId", receipts.getFirst().getEventId());
    json.put("subject", receipts.getFirst().getSubject());
    json.put("outcome", outcome(receipts).name());
    json.put("recalls", recalls(receipts));
    json.put("inForceAt", receipts.getLast().getInForceAt().toString());
    return json;
  }

  /** All tasks agree, but for one that was told twice. */
  public static ReceiptOutcome outcome(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::getOutcome).filter(one -> one != ReceiptOutcome.NOT_NEWER).findFirst()
        .orElse(ReceiptOutcome.NOT_NEWER);
  }

  /** How many open allowances were recalled by it. */
  public static int recalls(List<Receipt> receipts) {
    return receipts.stream().mapToInt(Receipt::getRecalls).sum();
  }
}
