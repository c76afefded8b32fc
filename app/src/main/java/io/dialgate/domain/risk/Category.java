package io.dialgate.domain.risk;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A kind of transaction, and the score from which on it is risky.
 *
 * @param id names it
 * @param tier the tier that its customers have; null: any
 * @param amountOver what its amount is greater than; null: any
 * @param threshold the first score that is HIGH
 */
public record Category(String id, @Nullable String tier, @Nullable BigDecimal amountOver, int threshold) {

  /** Whether a transaction is of this kind: everything that is said of it holds. */
  boolean holds(String customerTier, BigDecimal amount) {
    return (tier == null || tier.equals(customerTier)) && (amountOver == null || amount.compareTo(amountOver) > 0);
  }
}
