package io.dialgate.cli.shell;

import java.util.List;

import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.json.ReceiptJson;

/** What became of list events, told to whoever sent them. */
public final class Receipts {

  private Receipts() {}

  /** Prints each, and says how the process ends. */
  public static int print(Iterable<List<Receipt>> receipts, String done, Output output) {
    int code = ExitCode.DONE;
    for (List<Receipt> ofEvent : receipts) {
      boolean rejected = ofEvent.stream().anyMatch(one -> one.getOutcome() == ReceiptOutcome.REJECTED);
      output.print(ReceiptJson.of(ofEvent),
          words(ofEvent, rejected ? "@|bold,red was rejected|@: see rejected-records" : done));
      code = rejected ? ExitCode.BAD_NEWS : code;
    }
    return code;
  }

  private static String words(List<Receipt> receipts, String done) {
    int recalls = ReceiptJson.recalls(receipts);
    return "%s  %s%s%s".formatted(Output.plain(receipts.getFirst().getSubject()), done,
        ReceiptJson.outcome(receipts) == ReceiptOutcome.NOT_NEWER ? ", as it was before" : "",
        recalls == 0 ? "" : "; @|bold,yellow %d open allowance(s) recalled|@".formatted(recalls));
  }
}
