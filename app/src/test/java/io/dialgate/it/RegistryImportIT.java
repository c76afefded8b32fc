package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;

/** The verb {@code registry import} on a real broker and a running gate; and killed at seeded moments. */
@OnEmbeddedGround
class RegistryImportIT {

  /** Lines of a list that is imported long enough to be killed in the middle. */
  private static final int MANY = 60_000;

  /** The shortest time until it is killed, in milliseconds: it has hardly begun. */
  private static final int MIN_UNTIL_KILL = 1_000;

  /** The longest time until it is killed, in milliseconds: about as long as it takes to its end. */
  private static final int MAX_UNTIL_KILL = 5_000;

  private final Site site;

  RegistryImportIT(Ground ground) {
    site = new Site(ground, "import");
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldPublishAFullListOnceAndThenOnlyWhatChanged() throws Exception {
    // given
    site.serve();
    Path first = list("list-2026-08-01.txt", 0, 1_000);
    Path second = list("list-2026-08-08.txt", 20, 1_030);

    // when
    JsonNode imported = run(first.toString()).done().json();
    JsonNode again = run(first.toString()).done().json();
    JsonNode dry = run("--dry-run", second.toString()).done().json();
    JsonNode next = run(second.toString()).done().json();

    // then
    assertThat(imported.get("outcome").asText()).isEqualTo("IN_FORCE");
    assertThat(imported.get("asOf").asText()).isEqualTo("2026-08-01T00:00:00Z");
    assertThat(imported.get("added").asInt()).isEqualTo(1_000);
    assertThat(again.get("outcome").asText()).isEqualTo("ALREADY_IN_FORCE");
    assertThat(dry.get("outcome").asText()).isEqualTo("DRY_RUN");
    assertThat(List.of(dry, next)).allSatisfy(one -> {
      assertThat(one.get("added").asInt()).isEqualTo(30);
      assertThat(one.get("removed").asInt()).isEqualTo(20);
      assertThat(one.get("held").asInt()).isEqualTo(1_000);
    });
    assertThat(site.values(Topics.REGISTRY_DELTAS)).hasSize(1_050);
    assertThat(listed()).isEqualTo(numbers(20, 1_030));
    assertThat(site.values(Topics.REGISTRY_STATUS)).extracting(RegistryStatus::getSize).containsExactly(1_000L,
        1_010L);
    assertThat(site.values(Topics.OPERATOR_ACTIONS)).hasSize(2).allSatisfy(RegistryImportIT::shouldTellTheImport);
  }

  @Test
  void shouldFollowWithChangesAndRefuseWhatWouldOpenTheGate() throws Exception {
    // given
    site.serve();
    run(list("list-2026-08-01.txt", 0, 100).toString()).done();
    Path changes = write("changes.txt", "%s,2026-08-02T08:00:00,A\n%s,2026-08-02T09:00:00,D\n"
        .formatted(national(500), national(3)));
    Path gap = write("gap.txt", national(600) + ",2026-08-09T08:00:00,A\n");
    Path old = write("old.txt", national(601) + ",2026-08-01T08:00:00,A\n");
    Path cut = list("list-2026-08-10.txt", 0, 90);
    Path bad = write("bad-2026-08-10.txt", national(1) + "\nnonsense\n");

    // when
    JsonNode taken = run(changes.toString()).done().json();
    List<Verb> refused = runEach(gap, old, cut, bad);

    // then
    assertThat(taken.get("added").asInt() + taken.get("removed").asInt()).isEqualTo(2);
    assertThat(refused).extracting(Verb::code).containsOnly(2);
    assertThat(refused.get(0).err()).contains("expected no gap");
    assertThat(refused.get(1).err()).contains("comes too late");
    assertThat(refused.get(2).err()).contains("--max-removed", "would remove 11");
    assertThat(refused.get(3).err()).contains("--max-bad");
    assertThat(Path.of(bad + ".rejected.csv")).content().contains("nonsense");
    assertThat(site.values(Topics.REGISTRY_DELTAS)).as("only those that were taken").hasSize(102);
    Set<String> expected = numbers(0, 100);
    expected.remove(Say.number(3));
    expected.add(Say.number(500));
    assertThat(listed()).isEqualTo(expected);
    JsonNode status = status();
    assertThat(status.get("asOf").asText()).isEqualTo("2026-08-02T09:00:00Z");
    assertThat(status.get("size").asInt()).isEqualTo(100);
  }

  @Test
  void shouldKeepAreasApartAndTellWhenACopyTurnsStale() throws Exception {
    // given
    site.serve();
    Path two = write("areas-2026-08-01.txt", "407,5551234\n212,5550103\n");
    Path one = write("407-2026-08-08.txt", "407,5551299\n407,5551234\n");
    run("--area", "407,212", two.toString()).done();

    // when
    JsonNode next = run("--area", "407", one.toString()).done().json();

    // then
    assertThat(next.get("added").asInt()).isEqualTo(1);
    assertThat(next.get("removed").asInt()).as("of another area").isZero();
    assertThat(listed()).containsExactlyInAnyOrder("+14075551234", "+14075551299", "+12125550103");
    Verb status = site.verb("registry", "status", "--json");
    assertThat(status.out().lines().toList()).hasSize(2);
    assertThat(status.out()).contains("\"area\":\"212\"", "\"area\":\"407\"", "\"staleAt\":null");
  }

  @Test
  void shouldTakeAnswersAsEvidenceOfTheirDateAndSayNothingOfFreshness() throws Exception {
    // given
    site.serve();
    Path answers = write("rnd.csv", """
        number,answer,date
        4075551234,yes,2026-08-01
        4075551235,no,2026-08-01
        4075551236,no data,2026-08-01
        """);

    // when
    JsonNode taken = run("--registry", "us-rnd", answers.toString()).done().json();

    // then
    assertThat(taken.get("added").asInt()).isEqualTo(1);
    assertThat(taken.get("unanswered").asInt()).isEqualTo(1);
    assertThat(site.values(Topics.DNC_ENTRIES).getFirst().getEntries()).singleElement().satisfies(entry -> {
      assertThat(entry.getReason()).hasToString("REASSIGNED_NUMBER");
      assertThat(entry.getAddedAt()).isEqualTo(Instant.parse("2026-08-01T00:00:00Z"));
    });
    assertThat(site.values(Topics.REGISTRY_STATUS)).isEmpty();
  }

  @Test
  void shouldTakeEachFileThatComesIntoAWatchedFolder() throws Exception {
    // given
    site.serve();
    Path folder = Files.createDirectories(site.folder().resolve("incoming"));
    try (Running watching = site.running("registry", "import", "--json",
        "--watch", folder.toString())) {
      // when
      Files.copy(list("list-2026-08-01.txt", 0, 50), folder.resolve("list-2026-08-01.txt"));
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("imported/list-2026-08-01.txt")));
      Files.writeString(folder.resolve("words.txt"), "lorem ipsum\n");
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("refused/words.txt")));

      // then
      assertThat(folder.resolve("refused/words.txt.rejected.csv")).exists();
      assertThat(listed()).isEqualTo(numbers(0, 50));
      assertThat(watching.stop()).isZero();
    }
  }

  @EachSeed
  void shouldComeToTheSameTableWhenKilledAndStartedAgain(long seed) throws Exception {
    // given
    site.serve();
    run(list("list-2026-08-01.txt", 1_000, 3_000).toString()).done();
    String list = list("list-2026-08-08.txt", 1_010, MANY).toString();
    var random = new Random(seed);

    // when
    try (Running killed = site.running("registry", "import", list)) {
      killed.kill(Duration.ofMillis(random.nextInt(MIN_UNTIL_KILL, MAX_UNTIL_KILL)));
    }
    run(list).done();

    // then
    assertThat(listed()).isEqualTo(numbers(1_010, MANY));
    assertThat(site.values(Topics.REGISTRY_STATUS)).last().extracting(RegistryStatus::getSize)
        .isEqualTo((long) MANY - 1_010);
    assertThat(site.values(Topics.REGISTRY_DELTAS)).filteredOn(delta -> delta.getAction().name().equals("REMOVE"))
        .extracting(RegistryDelta::getPhone).isSubsetOf(numbers(1_000, 1_010));
  }

  private static void shouldTellTheImport(OperatorAction action) {
    assertThat(action.getAction()).isEqualTo(OperatorActionKind.IMPORT);
    assertThat(action.getSubject()).isEqualTo("us-ftc");
    assertThat(action.getDetails()).containsKeys("files", "sha256", "lines", "added", "removed", "malformed");
  }

  private List<Verb> runEach(Path... files) {
    return Arrays.stream(files).map(file -> run(file.toString())).toList();
  }

  private Verb run(String... words) {
    List<String> all = new ArrayList<>(List.of("registry", "import", "--json"));
    all.addAll(List.of(words));
    return site.verb(all.toArray(String[]::new));
  }

  private JsonNode status() {
    return site.verb("registry", "status", "--json").json();
  }

  /** What the table has at last: of each number, what was told last. */
  private Set<String> listed() {
    Map<String, DncRecord> table = new TreeMap<>();
    site.committed(Topics.DNC_ENTRIES).forEach(seen -> {
      String number = new String(seen.record().key(), StandardCharsets.UTF_8);
      if (seen.value() == null) {
        table.remove(number);
      } else {
        table.put(number, seen.value());
      }
    });
    return table.keySet();
  }

  private static Set<String> numbers(int from, int to) {
    return new TreeSet<>(IntStream.range(from, to).mapToObj(Say::number).toList());
  }

  private static String national(int index) {
    return Say.number(index).substring(2);
  }

  private Path list(String name, int from, int to) throws IOException {
    return write(name,
        String.join("\n", IntStream.range(from, to).mapToObj(RegistryImportIT::national).toList()) + "\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(site.folder().resolve(name), text);
  }
}
