package io.dialgate.wire.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.RiskEvent;

/** What a record on one of the risk topology's inputs says, as a domain value. */
public sealed interface RiskArrival {

  /** A customer did something. */
  record Acted(RiskEvent event) implements RiskArrival {}

  /**
   * What the CRM knows of a customer.
   *
   * @param tier null: nothing any more
   */
  record Profiled(String customerId, @Nullable String tier) implements RiskArrival {}

  /** The external scorer was asked about a transaction, and this came of it. */
  record Opined(String customerId, String transactionId, Opinion opinion) implements RiskArrival {}

  /** A model's document is published; its bytes have this hash. */
  record ModelTold(String hash, String text) implements RiskArrival {}

  /**
   * A published model is to be used from here on.
   *
   * @param hash empty, where {@code shadow}: no model is to be computed in shadow
   * @param shadow beside the one in force, without effect
   */
  record ModelActivated(String hash, Instant at, String receipt, boolean shadow) implements RiskArrival {}

  /** A record that is of a later version, and concerns nobody here. */
  record NoMatter() implements RiskArrival {}
}
