package io.dialgate.lists.merge;

import java.util.function.LongBinaryOperator;

/** Sorted pairs, one a number: what the payloads of one number come to, in their order. */
public final class Groups implements Pairs {

  private final Pairs pairs;
  private final LongBinaryOperator reduce;
  private boolean ahead;
  private long number;
  private long payload;

  /**
   * Reads ahead by one pair.
   *
   * @param reduce what an earlier and a later payload of the same number come to
   */
  public Groups(Pairs pairs, LongBinaryOperator reduce) {
    this.pairs = pairs;
    this.reduce = reduce;
    this.ahead = pairs.next();
  }

  @Override
  public boolean next() {
    if (!ahead) {
      return false;
    }
    number = pairs.number();
    payload = pairs.payload();
    ahead = pairs.next();
    while (ahead && pairs.number() == number) {
      payload = reduce.applyAsLong(payload, pairs.payload());
      ahead = pairs.next();
    }
    return true;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public long payload() {
    return payload;
  }

  @Override
  public void close() {
    pairs.close();
  }
}
