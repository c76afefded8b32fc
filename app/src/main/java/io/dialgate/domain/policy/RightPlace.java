package io.dialgate.domain.policy;

import java.util.function.Consumer;

/** Did the record come with the right key, on the right partition? It is decided all the same, and the finding says so. */
public final class RightPlace implements Rule {

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    if (call.rekeyed() instanceof Case.Rekeyed(String topic, int partition, long offset)) {
      found.accept(Finding.of(FindingCode.REKEYED, Citations.of(FindingCode.REKEYED),
          "came on %s, partition %d, offset %d, where its number's E.164 form does not belong".formatted(topic,
              partition,
              offset)));
    }
  }
}
