package io.dialgate.bridge.oauth;

import static io.dialgate.fake.FakeServer.answer;
import static io.dialgate.fake.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.delivery.Authority;
import io.dialgate.bridge.delivery.JdkExchange;
import io.dialgate.bridge.delivery.ManualTime;
import io.dialgate.bridge.delivery.NoAuthority;
import io.dialgate.bridge.platform.Login;
import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Answering;

/** Tokens are had once for all, renewed in time, and never told. */
class TokensTest {

  private static final Credentials CREDENTIALS = new Credentials("me & you", "s3cr:et/");
  private static final byte[] BODY = {};

  @AutoClose
  private final JdkExchange exchange = new JdkExchange(Duration.ofSeconds(5));
  private final ManualTime time = new ManualTime();

  private static Answering token(String value, int seconds) {
    return answer(200,
        "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}".formatted(value, seconds));
  }

  private Authority tokens(FakeServer server, boolean basic, String scope) {
    String url = server.url() + "/oauth/token";
    return Authorities.of(new Login.ClientCredentials(url, basic, scope), url, CREDENTIALS, exchange, time);
  }

  @Test
  void shouldFetchOneTokenForFiftyWhoAskAtOnce() throws Exception {
    // given
    try (var server = new FakeServer(token("abc", 3600)); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Authority tokens = tokens(server, true, "");

      // when
      List<Future<Map<String, String>>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        asked.add(threads.submit(() -> tokens.headers(BODY)));
      }
      var shown = new HashSet<String>();
      for (Future<Map<String, String>> one : asked) {
        shown.addAll(one.get().values());
      }

      // then
      assertThat(shown).containsExactly("Bearer abc");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldShowIdAndSecretInAHeaderAsTheStandardSays() throws Exception {
    // given
    try (var server = new FakeServer(token("abc", 3600))) {

      // when
      tokens(server, true, "dnc:write a").headers(BODY);

      // then
      assertThat(server.requests()).singleElement().satisfies(got -> {
        String pair = new String(Base64.getDecoder().decode(got.header("Authorization").substring("Basic ".length())),
            StandardCharsets.UTF_8);
        assertThat(pair).isEqualTo("me+%26+you:s3cr%3Aet%2F");
        assertThat(URLDecoder.decode(got.body(), StandardCharsets.UTF_8))
            .isEqualTo("grant_type=client_credentials&scope=dnc:write a");
      });
    }
  }

  @Test
  void shouldShowIdAndSecretInTheFormWhereTheProfileSaysSo() throws Exception {
    // given
    try (var server = new FakeServer(token("abc", 3600))) {

      // when
      tokens(server, false, "").headers(BODY);

      // then
      assertThat(server.requests()).singleElement().satisfies(got -> assertThat(got.body())
          .isEqualTo("grant_type=client_credentials&client_id=me+%26+you&client_secret=s3cr%3Aet%2F"));
    }
  }

  @Test
  void shouldExchangeAnAccessKey() throws Exception {
    // given
    try (var server = new FakeServer(token("abc", 3600))) {
      Authority tokens = Authorities.of(new Login.AccessKey("/x"), server.url() + "/x", CREDENTIALS, exchange, time);

      // when
      Map<String, String> shown = tokens.headers(BODY);

      // then
      assertThat(shown).containsExactly(Map.entry("Authorization", "Bearer abc"));
      assertThat(server.requests()).singleElement().satisfies(got -> assertThat(got.body())
          .isEqualTo("{\"accessKeyId\":\"me & you\",\"accessKeySecret\":\"s3cr:et/\"}"));
    }
  }

  @Test
  void shouldRenewATokenAMinuteBeforeItEnds() throws Exception {
    // given
    try (var server = new FakeServer(token("first", 3600), token("second", 3600))) {
      Authority tokens = tokens(server, true, "");
      tokens.headers(BODY);

      // when
      time.advance(Duration.ofSeconds(3600 - 60 - 1));
      Map<String, String> justBefore = tokens.headers(BODY);
      time.advance(Duration.ofSeconds(1));
      Map<String, String> then = tokens.headers(BODY);

      // then
      assertThat(justBefore).containsValue("Bearer first");
      assertThat(then).containsValue("Bearer second");
    }
  }

  @Test
  void shouldDropATokenThatWasRefusedButNotOneThatTookItsPlace() throws Exception {
    // given
    try (var server = new FakeServer(token("first", 3600), token("second", 3600), token("third", 3600))) {
      Authority tokens = tokens(server, true, "");
      Map<String, String> first = tokens.headers(BODY);

      // when
      tokens.refused(first);
      Map<String, String> second = tokens.headers(BODY);
      tokens.refused(first);
      Map<String, String> still = tokens.headers(BODY);

      // then
      assertThat(second).containsValue("Bearer second");
      assertThat(still).isEqualTo(second);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void shouldSayWhyThereIsNoTokenAndTellNoSecret() {
    // given
    try (var server = new FakeServer(answer(400, "{\"error\":\"invalid_client\",\"echo\":\"s3cr:et/\"}"),
        answer(200, "{\"access_token\":\"tok"), answer(200, "{\"token\":\"tok\"}"), status(302))) {
      Authority tokens = tokens(server, true, "");

      // when / then
      for (String why : List.of("but got 400", "expected JSON", "there is none", "but got 302")) {
        assertThatThrownBy(() -> tokens.headers(BODY)).isInstanceOf(NoAuthority.class).hasMessageContaining(why)
            .hasMessageNotContainingAny("s3cr", "tok\"");
      }
      assertThat(CREDENTIALS.toString()).doesNotContain("s3cr");
    }
  }
}
