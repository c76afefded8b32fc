package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;

class ScrubRoutesTest {

  private static final String LIST = "phone\r\n2025550101\r\n";
  private static final String JOB = "/v1/scrubs/" + FakeScrubs.ID;

  private final FakeScrubs scrubs = new FakeScrubs();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server = new FakeParts()
      .access(new Access(token -> Optional.of(new Caller(token, token.equals("good")
          ? Set.of(Right.DIAL_CHECK)
          : Set.of())), new Access.Door(false, false, 10_000)))
      .scrubs(scrubs).serve();

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void shouldTakeListAsItIsAndSayWhereToAsk() throws Exception {
    // when
    HttpResponse<String> answer = post(
        "/v1/scrubs?phoneColumn=mobile&region=GB&campaignId=spring&brand=acme&callType=survey", "text/csv", LIST);

    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).hasValue(JOB);
    assertThat(answer.body()).contains("WAITING");
    assertThat(scrubs.list).isEqualTo(LIST);
    assertThat(scrubs.wish).hasValue(new ScrubDesk.Wish("mobile", "GB", "spring", "acme", "survey"));
  }

  @Test
  void shouldSayWhatIsWrongWithASubmission() throws Exception {
    assertThat(post("/v1/scrubs", "application/json", LIST).statusCode()).isEqualTo(415);
    assertThat(post("/v1/scrubs?region=usa", "text/csv", LIST)).satisfies(answer -> {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("\"field\":\"region\"");
    });
    assertThat(post("/v1/scrubs?brand=", "text/csv", LIST).statusCode()).isEqualTo(422);
    assertThat(scrubs.wish).isEmpty();
  }

  @Test
  void shouldRefuseListThatIsTooLongAndOneTooMany() throws Exception {
    // when
    scrubs.submission = new ScrubDesk.Submission.TooLarge();
    HttpResponse<String> large = post("/v1/scrubs", "text/csv; charset=utf-8", LIST);
    scrubs.submission = new ScrubDesk.Submission.Full(16);
    HttpResponse<String> full = post("/v1/scrubs", "text/csv", LIST);

    // then
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(full.headers().firstValue("Retry-After")).hasValue("60");
  }

  @Test
  void shouldTellHowItIsAndKeepBackWhatIsNotDone() throws Exception {
    assertThat(get(JOB).body()).contains("WAITING");
    assertThat(get(JOB + "/clean").statusCode()).isEqualTo(409);
    assertThat(get("/v1/scrubs/another").statusCode()).isEqualTo(404);
    assertThat(get("/v1/scrubs/another/certificate").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(HttpRequest.newBuilder(server.url().resolve(path)).header("Authorization", "Bearer good")
        .header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(server.url().resolve(path)).header("Authorization", "Bearer good")
        .build(), BodyHandlers.ofString());
  }
}
