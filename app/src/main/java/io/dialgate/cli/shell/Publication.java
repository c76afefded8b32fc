package io.dialgate.cli.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Policies;

/**
 * A document that is put in force: published if it was not before, the operator's action for the audit, and the activation.
 *
 * @param topic where it goes
 * @param hash its hash; empty: nothing is put to that use from here on
 * @param text its exact text; null: it is published or built in
 * @param name what it is called
 * @param use what for; null: in force
 * @param by who publishes it
 * @param because why; null: nobody says
 */
public record Publication(Topic<PolicyRecord> topic, String hash, @Nullable String text, String name,
    @Nullable String use,
    String by, @Nullable String because) {

  /**
   * How every task took it.
   *
   * @param receipts one from each
   * @param millis how long that took
   */
  public record Taken(List<Receipt> receipts, long millis) {

    /** Whether a task refused it. */
    public boolean rejected() {
      return receipts.stream().anyMatch(one -> one.getOutcome() == ReceiptOutcome.REJECTED);
    }
  }

  /** Writes it, and returns when every task has switched, or refused to. */
  public Taken send(GateClient gate, PolicyLog log) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    if (text != null && !log.documents().containsKey(hash)) {
      gate.write(topic, Map.of(new PolicyRecord(new PolicyDocument(hash, text, by, now)), hash));
    }
    gate.write(Topics.OPERATOR_ACTIONS, Map.of(new OperatorAction(UUID.randomUUID().toString(),
        OperatorActionKind.PUBLISH, hash, by, now, because, Map.of("name", name)), hash));
    String id = Policies.receipt(hash, now);
    var activation = new PolicyRecord(new PolicyActivation(hash, by, now, id, use));
    long start = System.nanoTime();
    List<Receipt> receipts = gate
        .tell(topic, Map.of(activation, use == null ? Policies.ACTIVE : use), _ -> id, true)
        .getOrDefault(activation, List.of());
    return new Taken(receipts, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }
}
