package io.dialgate.topology.risk;

import java.time.Instant;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.risk.velocity.PageOwner;
import io.dialgate.topology.Rounds;

/**
 * Forgets what nobody can ask for any more: answers that are older than they are remembered, and the pages of customers of whom
 * no window can hold an event. What is forgotten here changes no assessment: an event finds an idle customer forgotten anyway.
 */
final class RiskSweeper {

  /** Rows that are looked at, of each store, every second. */
  static final int ROWS_A_SWEEP = 2_000;

  private final Rounds<Bytes, byte[]> pages;
  private final Rounds<Bytes, byte[]> told;
  private final Answers answers;
  private final Judges judges;

  RiskSweeper(KeyValueStore<Bytes, byte[]> pages, KeyValueStore<Bytes, byte[]> told, Answers answers, Judges judges) {
    this.pages = new Rounds<>(pages, ROWS_A_SWEEP);
    this.told = new Rounds<>(told, ROWS_A_SWEEP);
    this.answers = answers;
    this.judges = judges;
  }

  void sweep(Instant now) {
    told.next((key, row) -> {
      if (answers.isForgotten(row, now)) {
        told.store().delete(key);
      }
    });
    pages.next((key, page) -> PageOwner.ofHead(key.get()).ifPresent(owner -> judges.forgetIfIdle(owner, now)));
  }
}
