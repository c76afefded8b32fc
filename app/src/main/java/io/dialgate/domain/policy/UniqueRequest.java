package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.function.Consumer;

/** Was the request's id used before, for another question? Then somebody would take one answer for the other. */
public final class UniqueRequest implements Rule {

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    Instant earlier = call.history().earlier();
    if (earlier != null) {
      found.accept(Finding.of(FindingCode.DUPLICATE_REQUEST, Citations.of(FindingCode.DUPLICATE_REQUEST),
          "request id %s was answered at %s, for other content".formatted(call.request().id(), earlier)));
    }
  }
}
