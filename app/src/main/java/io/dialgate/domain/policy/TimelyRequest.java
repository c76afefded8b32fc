package io.dialgate.domain.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Is an answer still of use? The gate's clock decides; the producer's clock only says when it stopped waiting.
 *
 * @param maxAge how old a request may be by its own time
 */
public record TimelyRequest(Duration maxAge) implements Rule {

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    Instant dialBy = call.request().dialBy();
    if (dialBy != null && call.now().isAfter(dialBy)) {
      found.accept(finding("now %s, to be dialled by %s".formatted(call.now(), dialBy)));
    } else if (call.now().isAfter(call.request().requestedAt().plus(maxAge))) {
      found.accept(
          finding(
              "now %s, requested at %s, at most %s old".formatted(call.now(), call.request().requestedAt(), maxAge)));
    }
  }

  private static Finding finding(String observed) {
    return Finding.of(FindingCode.REQUEST_EXPIRED, Citations.of(FindingCode.REQUEST_EXPIRED), observed);
  }
}
