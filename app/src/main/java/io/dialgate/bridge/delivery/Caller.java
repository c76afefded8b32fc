package io.dialgate.bridge.delivery;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.dialgate.bridge.delivery.Reply.Answer;
import io.dialgate.bridge.delivery.Reply.NoAnswer;

/**
 * Makes calls to one destination, each as often as patience allows.
 *
 * @param exchange sends
 * @param gateway is passed before every attempt
 * @param authority says who calls
 * @param patience of one call
 * @param clock tells how far away a date is
 */
public record Caller(Exchange exchange, Gateway gateway, Authority authority, Patience patience, Pauses pauses,
    InstantSource clock, RandomGenerator random) {

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;

  /** What is no fault of what is said: 403 is about who calls, the others about when. */
  private static final Set<Integer> PASSING = Set.of(UNAUTHORIZED, 403, 408, 425, TOO_MANY);

  /** A request that can be sent several times. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes that are sent, never compared.
  record Call(String verb, URI url, Map<String, String> headers, byte[] body, Set<Integer> success) {}

  /** What one attempt came to. */
  private sealed interface Attempt<T> {

    record End<T>(Outcome<T> outcome) implements Attempt<T> {}

    /** @param renew whether it may go better at once, with another token */
    record Again<T>(String why, boolean renew) implements Attempt<T> {}
  }

  /** Tries until the call is taken, can never be, or patience is at its end. One more attempt is free: after a stale token. */
  <T> Outcome<T> make(Call call, Judge<T> judge) throws InterruptedException {
    String why = "";
    boolean renewed = false;
    int failures = 0;
    while (failures < patience.attempts()) {
      switch (attempt(call, judge)) {
        case Attempt.End<T>(Outcome<T> outcome) -> {
          return outcome;
        }
        case Attempt.Again<T>(String reason, boolean renew) -> {
          why = reason;
          if (renew && !renewed) {
            renewed = true;
          } else {
            failures++;
            if (failures < patience.attempts()) {
              pauses.pause(patience.after(failures, random));
            }
          }
        }
      }
    }
    return new Outcome.Failed<>(why);
  }

  private <T> Attempt<T> attempt(Call call, Judge<T> judge) throws InterruptedException {
    gateway.enter();
    try {
      Map<String, String> shown = authority.headers(call.body());
      return switch (exchange.send(request(call, shown))) {
        case NoAnswer(String reason) -> failed(reason);
        case Answer answer -> judged(call, judge, answer, shown);
      };
    } catch (NoAuthority e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      gateway.undecided();
      throw e;
    }
  }

  private <T> Attempt<T> judged(Call call, Judge<T> judge, Answer answer, Map<String, String> shown) {
    int status = answer.status();
    if (call.success().contains(status)) {
      var said = judge.read(answer);
      if (said.isEmpty()) {
        return failed("an answer that cannot be read: " + answer.told());
      }
      gateway.succeeded();
      return new Attempt.End<>(new Outcome.Taken<>(said.get()));
    }
    if (status >= 500 || status == TOO_MANY) {
      RetryAfter.of(answer.headers(), clock.instant()).ifPresent(gateway::hold);
    }
    if (status >= 500) {
      return failed(answer.told());
    }
    gateway.undecided();
    if (status >= 400 && !PASSING.contains(status)) {
      return new Attempt.End<>(new Outcome.Impossible<>(status, answer.told()));
    }
    if (status >= 300 && status < 400) {
      return new Attempt.Again<>("status %d, a redirect to %s, which is not followed; correct the destination's url"
          .formatted(status, answer.headers().firstValue("Location").orElse("nowhere")), false);
    }
    return new Attempt.Again<>(answer.told(), status == UNAUTHORIZED && authority.refused(shown));
  }

  private <T> Attempt<T> failed(String why) {
    gateway.failed(why);
    return new Attempt.Again<>(why, false);
  }

  private static HttpRequest request(Call call, Map<String, String> shown) {
    var request = HttpRequest.newBuilder(call.url()).method(call.verb(),
        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    shown.forEach(request::setHeader);
    return request.build();
  }
}
