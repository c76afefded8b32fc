package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.embedded.Memory;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** The verb {@code scrub} on a real broker and a running gate. {@code -Ddialgate.scrub.rows=N} scrubs a longer list: see the profile. */
@OnEmbeddedGround
class ScrubIT {

  /** Different numbers of the long list. */
  private static final int NUMBERS_PER_ROWS = 2;

  /** Of rows of the long list, one has no number. */
  private static final int ROWS_PER_NUMBERLESS = 97;

  private static final int ROWS = Integer.getInteger("dialgate.scrub.rows", 20_000);

  /** A verb's minute, and some time for each row on a machine that is busy. */
  private static final Duration PATIENCE = Duration.ofMinutes(1).plus(Duration.ofNanos(ROWS * 300_000L));

  /** What a scrub of any length may take of the machine. */
  private static final long MAX_RESIDENT = 2L << 30;

  private final Site site;

  ScrubIT(Ground ground) {
    site = new Site(ground, "scrub");
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldKeepRowsAsTheyAreAndCertifyWhatBecameOfThem() throws Exception {
    // given
    UpProcess up = site.up("main");
    up.awaitReady();
    optOut(Say.number(1), Say.number(4));
    Path list = write("contacts.csv", """
        name;phone\r
        "Doe; Jane";%s\r
        Opted out;(415) 700-0001\r
        Nobody;n/a\r
        Jane again;%s\r
        "two
        lines";%s
        again;%s
        last;%s""".formatted(Say.number(0), Say.number(0), Say.number(2), Say.number(1), Say.number(3)));

    // when
    JsonNode dry = scrub(list.toString(), "--dry-run").done().json();
    JsonNode scrubbed = scrub(list.toString(), "--out", "clean.csv", "--rejected", "rej.csv").done().json();

    // then
    assertThat(dry.get("rejected").asInt()).isEqualTo(3);
    assertThat(dry.get("outcome").asText()).isEqualTo("DRY_RUN");
    assertThat(scrubbed.get("rejectedByReason").toString())
        .isEqualTo("{\"CUSTOMER_REQUEST\":2,\"INVALID_NUMBER\":1}");
    assertThat(scrubbed.get("numbers").asInt()).isEqualTo(4);
    assertThat(scrubbed.get("duplicateRows").asInt()).isEqualTo(2);
    assertThat(site.folder().resolve("clean.csv")).content().isEqualTo(
        "name;phone\r\n\"Doe; Jane\";%s\r\nJane again;%s\r\n\"two\nlines\";%s\nlast;%s".formatted(Say.number(0),
            Say.number(0), Say.number(2), Say.number(3)));
    assertThat(site.folder().resolve("rej.csv")).content().isEqualTo("""
        name;phone;dnc_reason;dnc_retry_at\r
        Opted out;(415) 700-0001;CUSTOMER_REQUEST;\r
        Nobody;n/a;INVALID_NUMBER;\r
        again;%s;CUSTOMER_REQUEST;
        """.formatted(Say.number(1)));
    assertThat(decided(scrubbed)).as("each number once").hasSize(4)
        .allSatisfy(decision -> assertThat(decision.getFacts().getRequest().getPurpose()).hasToString("SCRUB"));
    assertThat(site.values(Topics.OPERATOR_ACTIONS)).singleElement().satisfies(action -> {
      assertThat(action.getAction()).isEqualTo(OperatorActionKind.SCRUB);
      assertThat(action.getSubject()).startsWith("scrub-");
      assertThat(action.getDetails()).containsEntry("rows", "7").containsEntry("rejectedRows", "3");
    });
    assertThat(verify(list).code()).isZero();
    Files.writeString(site.folder().resolve("clean.csv"), "again;" + Say.number(1));
    Verb tampered = verify(list);
    assertThat(tampered.code()).isOne();
    assertThat(tampered.out()).contains("NOT PROVEN");
    assertThat(up.stop()).isZero();
  }

  @Test
  void shouldScrubOverHttpWhatItTookAlsoAfterKill() throws Exception {
    // given: one list that is scrubbed, and a longer one that is not when the process is killed
    UpProcess first = site.up("main");
    try (Door door = new Door(site)) {
      URI api = URI.create(first.awaitReady().get("http").asText());
      door.awaitKnown(api);
      optOut(Say.number(1));
      String list = "name;phone\r\n\"Doe; Jane\";%s\r\nOpted out;%s\r\n".formatted(Say.number(0), Say.number(1));
      Path small = write("small.csv", list);
      String done = submitted(door, api, Files.readAllBytes(small));
      await().atMost(Duration.ofSeconds(60)).until(() -> state(door, api, done).equals("DONE"));
      JsonNode told = Door.json(door.get(api, done));
      Path longer = longList(5_000);
      String killed = submitted(door, api, Files.readAllBytes(longer));
      first.kill();

      // when
      URI again = URI.create(site.up("main").awaitReady().get("http").asText());
      door.awaitKnown(again);
      await().atMost(Duration.ofSeconds(60)).until(() -> state(door, again, killed).equals("DONE"));

      // then
      assertThat(told.get("rejectedByReason").toString()).isEqualTo("{\"CUSTOMER_REQUEST\":1}");
      write("clean.csv", door.get(again, done + "/clean").body());
      write("rej.csv", door.get(again, done + "/rejected").body());
      assertThat(site.folder().resolve("clean.csv")).content()
          .isEqualTo("name;phone\r\n\"Doe; Jane\";%s\r\n".formatted(Say.number(0)));
      write("clean.csv.certificate.json", door.get(again, done + "/certificate").body());
      assertThat(verify(small).code()).isZero();
      JsonNode resumed = Door.json(door.get(again, killed));
      assertThat(resumed.get("rows").asInt()).isEqualTo(5_000);
      assertThat(decided(resumed)).extracting(DialDecision::getRequestId).doesNotHaveDuplicates()
          .hasSize(resumed.get("numbers").asInt());
      assertThat(door.get(again, "/v1/scrubs/00000000-0000-4000-8000-000000000009").statusCode()).isEqualTo(404);
    }
  }

  private static String submitted(Door door, URI api, byte[] list) {
    HttpResponse<String> answer = door.postList(api, "/v1/scrubs?campaignId=spring", list);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String state(Door door, URI api, String job) {
    JsonNode told = Door.json(door.get(api, job));
    assertThat(told.path("state").asText()).as(told.toString()).isNotEqualTo("FAILED");
    return told.path("state").asText();
  }

  @Test
  void shouldGoOnWhereItWasKilledAndDecideNoNumberTwice() throws Exception {
    // given
    UpProcess up = site.up("main");
    up.awaitReady();
    String[] listed = Stream.iterate(0, i -> i + 10).limit(ROWS / 100).map(Say::number).toArray(String[]::new);
    optOut(listed);
    Path list = longList(ROWS);

    // when
    try (Running killed = site.running("scrub", list.toString(), "--out", "clean.csv", "--rejected", "rej.csv")) {
      await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
          .until(() -> !killed.isAlive()
              || jobs().stream().anyMatch(job -> job.resolve("answers").toFile().length() > 0));
      assertThat(killed.isAlive()).as(killed.complaint()).isTrue();
    }
    String job = String.valueOf(jobs().getFirst().getFileName());
    var resident = new LongAccumulator(Math::max, 0);
    JsonNode scrubbed = watched(resident, list.toString(), "--out", "clean.csv", "--rejected", "rej.csv", "--job", job)
        .done().json();

    // then
    List<String> expectedClean = new ArrayList<>();
    List<String> expectedRejected = new ArrayList<>();
    Set<String> optedOut = Set.of(listed);
    Files.readAllLines(list).stream().skip(1).forEach(row -> {
      String phone = row.substring(row.lastIndexOf(',') + 1);
      if (phone.equals("n/a")) {
        expectedRejected.add(row + ",INVALID_NUMBER,");
      } else if (optedOut.contains(phone)) {
        expectedRejected.add(row + ",CUSTOMER_REQUEST,");
      } else {
        expectedClean.add(row);
      }
    });
    assertThat(rows("clean.csv")).isEqualTo(expectedClean);
    assertThat(rows("rej.csv")).isEqualTo(expectedRejected);
    assertThat(decided(scrubbed)).extracting(DialDecision::getRequestId).doesNotHaveDuplicates()
        .hasSize(scrubbed.get("numbers").asInt());
    assertThat(verify(list).code()).isZero();
    assertThat(jobs()).as("a job that is done leaves nothing").isEmpty();
    System.out.printf("a scrub of %,d rows took at most %,d MiB%n", ROWS, resident.get() >> 20);
    assertThat(resident.get()).as("resident bytes").isBetween(1L, MAX_RESIDENT);
    assertThat(up.stop()).isZero();
  }

  private void optOut(String... numbers) {
    Map<OptOutDisposition, String> said = new LinkedHashMap<>();
    for (String number : numbers) {
      said.put(Say.optOut("out-" + number, number), number);
    }
    site.client().tell(Topics.OPT_OUT_DISPOSITIONS, said, OptOutDisposition::getEventId, false);
  }

  private Path longList(int rows) throws IOException {
    var random = new Random(11);
    var text = new StringBuilder("name,phone\n");
    for (int i = 0; i < rows; i++) {
      String phone = Say.number(random.nextInt(rows / NUMBERS_PER_ROWS));
      text.append("\"Doe, J\"").append(',').append(i % ROWS_PER_NUMBERLESS == 0 ? "n/a" : phone).append('\n');
    }
    return write("long.csv", text.toString());
  }

  private List<DialDecision> decided(JsonNode scrubbed) {
    return site.values(Topics.DIAL_DECISIONS).stream()
        .filter(decision -> decision.getRequestId().startsWith(scrubbed.get("job").asText())).toList();
  }

  private List<String> rows(String file) throws IOException {
    return Files.readAllLines(site.folder().resolve(file)).stream().skip(1).toList();
  }

  private List<Path> jobs() throws IOException {
    Path jobs = site.folderOfVerbs().resolve("scrubs");
    if (!Files.isDirectory(jobs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(jobs)) {
      return all.toList();
    }
  }

  private Verb scrub(String... words) {
    return site.verb(scrubbing(words));
  }

  /** The same, and how much of the machine it takes meanwhile. */
  private Verb watched(LongAccumulator resident, String... words) throws IOException {
    Path out = site.folder().resolve("watched.out");
    Path err = site.folder().resolve("watched.err");
    Process process = Verb.start(site.folder(), site.environment("verbs"), out, err, scrubbing(words));
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
      Memory.resident(process.pid()).ifPresent(resident::accumulate);
      return !process.isAlive();
    });
    return new Verb(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private String[] scrubbing(String... words) {
    List<String> all = new ArrayList<>(List.of("scrub", "--json", "--dir", tiles()));
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  /** Where the one instance keeps the logs' tiles. */
  private String tiles() {
    return site.folder().resolve("main").resolve("audit").toString();
  }

  private Verb verify(Path list) throws IOException {
    Map<String, String> offline = Map.of();
    JsonNode certificate = new ObjectMapper().readTree(site.folder().resolve("clean.csv.certificate.json").toFile());
    String log = certificate.get("log").asText();
    Verb keys = site.verb("audit", "key");
    String key = keys.out().lines().filter(line -> line.startsWith(log + "+")).findFirst().orElseThrow();
    return Verb.run(PATIENCE, site.folder(), offline, "scrub", "verify", "clean.csv.certificate.json", list.toString(),
        "clean.csv", "rej.csv", "--key", key);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(site.folder().resolve(name), text);
  }
}
