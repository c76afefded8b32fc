package io.dialgate.wire.record;

import java.time.Instant;

import io.dialgate.schemas.PolicyRecord;
import io.dialgate.wire.record.Policies.Published;

/** {@code risk-models}. */
public final class RiskModels {

  /** The {@code use} of a model that is computed beside the one in force. */
  public static final String SHADOW = "shadow";

  private RiskModels() {}

  /** The key of an activation. */
  public static String key(boolean shadow) {
    return shadow ? SHADOW : Policies.ACTIVE;
  }

  /** A model, or its activation. A document that is not what its hash says is refused. */
  public static RiskArrival read(PolicyRecord record) {
    return switch (Policies.published(record)) {
      case Published.Told(String hash, String text) -> new RiskArrival.ModelTold(hash, text);
      case Published.Activated(String hash, Instant at, String receipt, String use) when use == null ->
        new RiskArrival.ModelActivated(hash, at, receipt, false);
      case Published.Activated(String hash, Instant at, String receipt, String use) when SHADOW.equals(use) ->
        new RiskArrival.ModelActivated(hash, at, receipt, true);
      case Published.Activated(var _, var _, var _, var use) -> throw new RefusedRecord(RejectionCode.UNKNOWN_SYMBOL,
          "expected use to be absent or '%s', but got '%s'; update Dialgate, then send it again".formatted(SHADOW,
              Fields.clipped(String.valueOf(use))));
      case Published.Other _ -> new RiskArrival.NoMatter();
    };
  }
}
