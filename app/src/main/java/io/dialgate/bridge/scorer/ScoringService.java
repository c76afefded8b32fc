package io.dialgate.bridge.scorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import io.dialgate.bridge.delivery.Breakers;
import io.dialgate.bridge.delivery.Exchange;
import io.dialgate.bridge.delivery.Reply;
import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.RiskAssessment;

/**
 * The scorer behind its breaker: while at least half of the calls of the last 30 seconds failed, and there were enough of them to
 * judge, nobody is asked for 60 seconds; then 10 calls try. May be used by many threads at once.
 */
final class ScoringService {

  private static final int OK = 200;

  private final ScorerSettings.Service settings;
  private final Exchange exchange;
  private final CircuitBreaker breaker;
  private final Optional<String> authorization;

  /**
   * A service that nobody has called yet.
   *
   * @throws UncheckedIOException if the token's file cannot be read
   */
  ScoringService(ScorerSettings.Service settings, Exchange exchange, Clock clock) {
    this.settings = settings;
    this.exchange = exchange;
    this.breaker = Breakers.of("external-scorer", settings.minimumCalls(), Breakers.OPEN, clock);
    this.authorization = settings.token().map(file -> "Bearer " + token(file));
  }

  /** Whether it is asked, left alone, or tried. */
  CircuitBreaker.State state() {
    return breaker.getState();
  }

  /** What it says of a transaction. It is told what the rules made of it. */
  Opinion ask(RiskAssessment assessment) throws InterruptedException {
    try {
      breaker.acquirePermission();
    } catch (CallNotPermittedException _) {
      return Opinion.none(Answered.NOT_ASKED, "the scorer fails too often, and is left alone");
    }
    Opinion opinion;
    try {
      opinion = heard(exchange.send(request(assessment)));
    } catch (InterruptedException e) {
      breaker.releasePermission();
      throw e;
    }
    if (opinion.answered() == Answered.IN_TIME) {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(0, TimeUnit.NANOSECONDS, new IOException(opinion.reason()));
    }
    return opinion;
  }

  private static Opinion heard(Reply reply) {
    return switch (reply) {
      case Reply.NoAnswer(String why) -> Opinion.none(Answered.NO_ANSWER, why);
      case Reply.Answer answer when answer.status() != OK -> Opinion.none(Answered.FAILED,
          "expected status 200 from the scorer, but got " + answer.status());
      case Reply.Answer answer -> ScorerJson.answer(answer.body());
    };
  }

  private HttpRequest request(RiskAssessment assessment) {
    var request = HttpRequest.newBuilder(settings.url()).header("Content-Type", "application/json")
        .header("Accept", "application/json").header("Idempotency-Key", assessment.getTransactionId())
        .POST(BodyPublishers.ofByteArray(ScorerJson.request(assessment)));
    authorization.ifPresent(it -> request.header("Authorization", it));
    return request.build();
  }

  private static String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read the scorer's token from %s, but got '%s'; correct the setting"
          .formatted(file, e.getMessage()), e);
    }
  }
}
