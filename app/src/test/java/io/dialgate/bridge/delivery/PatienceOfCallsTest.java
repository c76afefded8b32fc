package io.dialgate.bridge.delivery;

import static io.dialgate.bridge.delivery.Delivering.flag;
import static io.dialgate.fake.FakeServer.answer;
import static io.dialgate.fake.FakeServer.brokenOff;
import static io.dialgate.fake.FakeServer.neverWhole;
import static io.dialgate.fake.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Login;
import io.dialgate.bridge.platform.Profile;
import io.dialgate.bridge.platform.Profiles;
import io.dialgate.fake.FakeServer;

/** What happens to one call at a destination that behaves badly. */
class PatienceOfCallsTest {

  private static final Profile GUIDE = Profiles.cxoneGuide();
  private static final Login OAUTH = new Login.ClientCredentials("/token", true, "");

  @Test
  void shouldTellAFlagAsTheGuideSaysWithItsIdempotencyKey() throws Exception {
    // given
    try (var server = new FakeServer(status(204)); var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(42));

      // then
      assertThat(fate).isEqualTo(new Fate.Delivered());
      assertThat(server.requests()).singleElement().satisfies(got -> {
        assertThat(got.verb()).isEqualTo("PATCH");
        assertThat(got.path()).isEqualTo("/api/v2/interactions/i%2F42");
        assertThat(got.header("Idempotency-Key")).isEqualTo("flag-42");
        assertThat(got.body()).isEqualTo(
            "{\"attributes\":{\"fraud_risk_score\":42,\"fraud_flag\":\"HIGH\",\"assessment_time\":\"2026-09-01T15:00:00Z\"}}");
      });
    }
  }

  static Stream<FakeServer.Answering> passingTroubles() {
    return Stream.of(status(500), status(503), status(408), brokenOff(200, "{"),
        answer(200, "x".repeat(JdkExchange.MAX_ANSWER_BYTES + 1)));
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void shouldTryAgainUnderTheSameKeyWhenTroublePasses(FakeServer.Answering trouble) throws Exception {
    // given
    try (var server = new FakeServer(trouble, trouble, status(204));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Delivered());
      assertThat(server.requests()).hasSize(3)
          .allSatisfy(got -> assertThat(got.header("Idempotency-Key")).isEqualTo("flag-1"));
      assertThat(to.time.waited()).isLessThanOrEqualTo(Duration.ofMillis(1_500));
    }
  }

  @Test
  void shouldPostponeAfterAsManyAttemptsAsAreAllowed() throws Exception {
    // given
    try (var server = new FakeServer(answer(502, "bad\ngateway"));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Postponed("status 502: bad gateway"));
      assertThat(server.requests()).hasSize(Delivering.ATTEMPTS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 410, 422})
  void shouldNotTryAgainWhatCannotSucceed(int status) throws Exception {
    // given
    try (var server = new FakeServer(answer(status, "{\"message\":\"no such interaction\"}"));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Refused("status " + status + ": {\"message\":\"no such interaction\"}"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldWaitAsManySecondsAsAreAskedFor() throws Exception {
    // given
    try (var server = new FakeServer(answer(429, "", Map.of("Retry-After", "37")), status(204));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Delivered());
      assertThat(to.time.waited()).isBetween(Duration.ofSeconds(37), Duration.ofSeconds(38));
    }
  }

  @Test
  void shouldWaitUntilTheDateThatIsAskedFor() throws Exception {
    // given
    String date = DateTimeFormatter.RFC_1123_DATE_TIME
        .format(ManualTime.START.plusSeconds(90).atOffset(ZoneOffset.UTC));
    try (var server = new FakeServer(answer(429, "", Map.of("Retry-After", date)), status(204));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Delivered());
      assertThat(to.time.waited()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    }
  }

  @Test
  void shouldNotWaitLongerThanItsBoundHoweverMuchIsAskedFor() throws Exception {
    // given
    try (var server = new FakeServer(answer(429, "", Map.of("Retry-After", "999999999")), status(204));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      to.deliver(flag(1));

      // then
      assertThat(to.time.waited()).isBetween(Patience.LONGEST_ASKED_FOR, Patience.LONGEST_ASKED_FOR.plusSeconds(1));
    }
  }

  @Test
  void shouldTryOnceMoreWithAnotherTokenWhenOneWasRefused() throws Exception {
    // given
    FakeServer.Answering token = answer(200, "{\"access_token\":\"abc\",\"expires_in\":60}");
    try (var server = new FakeServer(token, status(401), token, status(204));
        var to = new Delivering(server.url().toString(), GUIDE, OAUTH, 100)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Delivered());
      assertThat(server.requests("/token")).hasSize(2);
      assertThat(server.requests("/api")).hasSize(2);
      assertThat(to.time.waited()).isZero();
    }
  }

  @Test
  void shouldCountAsAFailureThatAFreshTokenIsRefusedToo() throws Exception {
    // given
    FakeServer.Answering platform = (exchange, got) -> FakeServer.send(exchange,
        got.path().equals("/token") ? 200 : 401, "{\"access_token\":\"abc\",\"expires_in\":60}", Map.of());
    try (var server = new FakeServer(platform); var to = new Delivering(server.url().toString(), GUIDE, OAUTH, 100)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isInstanceOf(Fate.Postponed.class);
      assertThat(server.requests("/api")).hasSize(Delivering.ATTEMPTS + 1);
    }
  }

  @Test
  void shouldSendNoMoreRequestsASecondThanAreAllowed() throws Exception {
    // given
    try (var server = new FakeServer(status(204));
        var to = new Delivering(server.url().toString(), GUIDE, new Login.None(), 10)) {
      long began = System.nanoTime();

      // when
      for (int i = 0; i < 25; i++) {
        to.deliver(flag(i));
      }

      // then
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(server.requests()).hasSize(25);
    }
  }

  @Test
  void shouldNotFollowARedirect() throws Exception {
    // given
    try (var elsewhere = new FakeServer(status(204));
        var server = new FakeServer(answer(307, "", Map.of("Location", elsewhere.url() + "/stolen")));
        var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isInstanceOfSatisfying(Fate.Postponed.class, it -> assertThat(it.why())
          .contains("a redirect to " + elsewhere.url() + "/stolen").contains("correct the destination's url"));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void shouldNotWaitForTheRestOfABodyForEver() throws Exception {
    // given
    try (var server = new FakeServer(neverWhole(200));
        var to = Delivering.hastily(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Postponed("no whole answer within PT0.15S"));
    }
  }

  @Test
  void shouldGiveUpASocketThatTakesEverythingAndAnswersNothing() throws Exception {
    // given
    try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var to = Delivering.hastily("http://127.0.0.1:" + socket.getLocalPort(), GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isEqualTo(new Fate.Postponed("no whole answer within PT0.15S"));
    }
  }

  @Test
  void shouldPostponeWhenNobodyListens() throws Exception {
    // given
    int port = freePort();
    try (var to = new Delivering("http://127.0.0.1:" + port, GUIDE)) {

      // when
      Fate fate = to.deliver(flag(1));

      // then
      assertThat(fate).isInstanceOfSatisfying(Fate.Postponed.class, it -> assertThat(it.why()).contains("Connect"));
    }
  }

  @Test
  void shouldRefuseAnItemThatLacksWhatThePathNames() throws Exception {
    // given
    var item = new Item(Kind.FRAUD_FLAG, "flag-1", "", Map.of());
    try (var server = new FakeServer(status(204)); var to = new Delivering(server.url().toString(), GUIDE)) {

      // when
      Fate fate = to.deliver(item);

      // then
      assertThat(fate).isEqualTo(new Fate.Refused(
          "expected a value for {interactionId}, but the record has none; complete it at its source"));
      assertThat(server.requests()).isEmpty();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
