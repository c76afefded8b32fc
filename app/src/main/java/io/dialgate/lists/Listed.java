package io.dialgate.lists;

import io.dialgate.lists.merge.Pairs;

/** Of pairs whose payload says whether the number is listed, those that are. */
public record Listed(Pairs pairs) implements Pairs {

  @Override
  public boolean next() {
    while (pairs.next()) {
      if (pairs.payload() == 1) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long number() {
    return pairs.number();
  }

  @Override
  public long payload() {
    return pairs.payload();
  }

  @Override
  public void close() {
    pairs.close();
  }
}
