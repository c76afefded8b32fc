package io.dialgate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** What became of list events, told to whoever sent them. */
final class Receipts {

  private Receipts() {}

  /** Prints each, and says how the process ends. */
  static int print(Iterable<List<Receipt>> receipts, String done, Output output) {
    int code = ExitCode.DONE;
    for (List<Receipt> ofEvent : receipts) {
      boolean rejected = ofEvent.stream().anyMatch(one -> one.getOutcome() == ReceiptOutcome.REJECTED);
      output.print(json(ofEvent), words(ofEvent, rejected ? "@|bold,red was rejected|@: see rejected-records" : done));
      code = rejected ? ExitCode.BAD_NEWS : code;
    }
    return code;
  }

  private static Map<String, Object> json(List<Receipt> receipts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("eventId", receipts.getFirst().getEventId());
    json.put("subject", receipts.getFirst().getSubject());
    json.put("outcome", outcome(receipts).name());
    json.put("recalls", recalls(receipts));
    json.put("inForceAt", receipts.getLast().getInForceAt().toString());
    return json;
  }

  private static String words(List<Receipt> receipts, String done) {
    int recalls = recalls(receipts);
    return "%s  %s%s%s".formatted(Output.plain(receipts.getFirst().getSubject()), done,
        outcome(receipts) == ReceiptOutcome.NOT_NEWER ? ", as it was before" : "",
        recalls == 0 ? "" : "; @|bold,yellow %d open allowance(s) recalled|@".formatted(recalls));
  }

  /** All tasks agree, but for one that was told twice. */
  private static ReceiptOutcome outcome(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::getOutcome).filter(one -> one != ReceiptOutcome.NOT_NEWER).findFirst()
        .orElse(ReceiptOutcome.NOT_NEWER);
  }

  private static int recalls(List<Receipt> receipts) {
    return receipts.stream().mapToInt(Receipt::getRecalls).sum();
  }
}
