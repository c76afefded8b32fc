package io.dialgate.domain.risk;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts of money: exact decimals with at most {@value #SCALE} digits after the point, as the topic's schema has them. */
public final class Amounts {

  /** Digits after the point. */
  public static final int SCALE = 4;

  /** No amount reaches it, so that every amount in units of its last digit fits into 64 bits. */
  public static final BigDecimal LIMIT = new BigDecimal("100000000000000");

  private Amounts() {}

  /**
   * The amount in units of the last digit.
   *
   * @throws IllegalArgumentException if it is negative, too large or too fine
   */
  public static long scaled(BigDecimal amount) {
    // The bound first: the digits of 1e999999999 would fill the memory.
    if (amount.signum() < 0 || amount.compareTo(LIMIT) >= 0) {
      throw new IllegalArgumentException(
          "expected an amount of at least 0 and below %s, but got %s; correct it".formatted(LIMIT, amount));
    }
    if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > SCALE) {
      throw new IllegalArgumentException(
          "expected an amount with at most %d digits after the point, but got %s; round it".formatted(SCALE, amount));
    }
    return amount.setScale(SCALE).unscaledValue().longValueExact();
  }

  /** The amount of so many units of the last digit, without needless zeros. */
  public static BigDecimal of(BigInteger scaled) {
    BigDecimal plain = new BigDecimal(scaled, SCALE).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
