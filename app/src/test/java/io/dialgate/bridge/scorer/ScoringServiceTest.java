package io.dialgate.bridge.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.bridge.delivery.ManualTime;
import io.dialgate.bridge.delivery.Reply;
import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;

class ScoringServiceTest {

  private static final int MINIMUM = 20;
  private static final String GOOD = "{\"points\": 12, \"reason\": \"device seen in chargebacks\"}";

  private final ManualTime clock = new ManualTime();
  private final List<HttpRequest> requests = new ArrayList<>();
  private Reply reply = answer(200, GOOD);

  @TempDir
  Path folder;

  @Test
  void shouldTakePointsAndReason() throws Exception {
    // when
    Opinion opinion = service(Optional.empty()).ask(assessment());

    // then
    assertThat(opinion).isEqualTo(new Opinion(Answered.IN_TIME, 12, "device seen in chargebacks"));
    assertThat(requests).singleElement().satisfies(request -> {
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.headers().firstValue("Idempotency-Key")).hasValue("t1");
      assertThat(request.headers().firstValue("Authorization")).isEmpty();
    });
  }

  @Test
  void shouldShowToken() throws Exception {
    // given
    Path token = Files.writeString(folder.resolve("token"), "s3cret\n");

    // when
    service(Optional.of(token)).ask(assessment());

    // then
    assertThat(requests.getFirst().headers().firstValue("Authorization")).hasValue("Bearer s3cret");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 | {"points": 101}
      200 | {"points": -1}
      200 | {"points": 1.5}
      200 | {"points": "12"}
      200 | {"points": 99999999999}
      200 | {"reason": "none"}
      200 | {"points": 12
      200 | []
      200 | null
      204 | {"points": 12}
      302 | {"points": 12}
      401 | {"points": 12}
      500 | {"points": 12}
      """)
  void shouldTakeNothingElse(int status, String body) throws Exception {
    // given
    reply = answer(status, body);

    // when
    Opinion opinion = service(Optional.empty()).ask(assessment());

    // then
    assertThat(opinion.answered()).isEqualTo(Answered.FAILED);
    assertThat(opinion.points()).isZero();
    assertThat(opinion.reason()).contains("expected", "got");
  }

  @Test
  void shouldSayWhenThereIsNoAnswer() throws Exception {
    // given
    reply = new Reply.NoAnswer("no whole answer within PT2S");

    // when
    Opinion opinion = service(Optional.empty()).ask(assessment());

    // then
    assertThat(opinion).isEqualTo(Opinion.none(Answered.NO_ANSWER, "no whole answer within PT2S"));
  }

  @Test
  void shouldOpenAfterExactlyMinimumOfCallsAndTryTenAfterMinute() throws Exception {
    // given
    ScoringService service = service(Optional.empty());
    asks(service, MINIMUM / 2);
    reply = answer(500, "");

    // when
    asks(service, MINIMUM / 2 - 1);
    assertThat(service.state()).isEqualTo(State.CLOSED);
    asks(service, 1);

    // then
    assertThat(service.state()).isEqualTo(State.OPEN);
    assertThat(service.ask(assessment()).answered()).isEqualTo(Answered.NOT_ASKED);
    assertThat(requests).hasSize(MINIMUM);

    // when
    reply = answer(200, GOOD);
    clock.advance(Duration.ofSeconds(59));
    assertThat(service.ask(assessment()).answered()).isEqualTo(Answered.NOT_ASKED);
    clock.advance(Duration.ofSeconds(2));
    asks(service, 9);
    assertThat(service.state()).isEqualTo(State.HALF_OPEN);
    asks(service, 1);

    // then
    assertThat(service.state()).isEqualTo(State.CLOSED);
    assertThat(requests).hasSize(MINIMUM + 10);
  }

  @Test
  void shouldForgetFailuresOfMoreThanHalfMinuteAgo() throws Exception {
    // given
    ScoringService service = service(Optional.empty());
    reply = answer(500, "");
    asks(service, MINIMUM - 1);

    // when
    clock.advance(Duration.ofSeconds(31));
    asks(service, MINIMUM - 1);

    // then
    assertThat(service.state()).isEqualTo(State.CLOSED);
  }

  private void asks(ScoringService service, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      service.ask(assessment());
    }
  }

  private ScoringService service(Optional<Path> token) {
    var settings = new ScorerSettings.Service(URI.create("http://127.0.0.1:1/score"), token, Duration.ofSeconds(2),
        MINIMUM);
    return new ScoringService(settings, request -> {
      requests.add(request);
      return reply;
    }, clock);
  }

  private static Reply answer(int status, String body) {
    return new Reply.Answer(status, HttpHeaders.of(Map.of(), (_, _) -> true), body.getBytes(StandardCharsets.UTF_8));
  }

  private RiskAssessment assessment() {
    var one = new RiskAssessment();
    one.setTransactionId("t1");
    one.setInteractionId("i1");
    one.setCustomerId("ann");
    one.setFlag(RiskFlag.LOW);
    one.setCategory("standard");
    one.setContributions(List.of());
    one.setVelocities(List.of());
    one.setModel("sha256:0");
    one.setAssessedAt(clock.instant());
    return one;
  }
}
