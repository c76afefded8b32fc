package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;

/** The verb {@code registry import} on a real broker and a running gate. */
@OnEmbeddedGround
class RegistryImportIT {

  private final Site site;
  private final FtcLists ftc;

  RegistryImportIT(Ground ground) {
    site = new Site(ground, "import");
    ftc = new FtcLists(site);
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldPublishAFullListOnceAndThenOnlyWhatChanged() throws Exception {
    // given
    site.serve();
    Path first = ftc.list("list-2026-08-01.txt", 0, 1_000);
    Path second = ftc.list("list-2026-08-08.txt", 20, 1_030);

    // when
    JsonNode imported = ftc.bring(first.toString()).done().json();
    JsonNode again = ftc.bring(first.toString()).done().json();
    JsonNode dry = ftc.bring("--dry-run", second.toString()).done().json();
    JsonNode next = ftc.bring(second.toString()).done().json();

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
    assertThat(ftc.told(_ -> true)).hasSize(1_050);
    assertThat(ftc.listed()).isEqualTo(FtcLists.numbers(20, 1_030));
    assertThat(site.values(Topics.REGISTRY_STATUS)).extracting(RegistryStatus::getSize).containsExactly(1_000L,
        1_010L);
    assertThat(site.values(Topics.OPERATOR_ACTIONS)).hasSize(2).allSatisfy(RegistryImportIT::shouldTellTheImport);
  }

  @Test
  void shouldFollowWithChangesAndRefuseWhatWouldOpenTheGate() throws Exception {
    // given
    site.serve();
    ftc.bring(ftc.list("list-2026-08-01.txt", 0, 100).toString()).done();
    Path changes = ftc.write("changes.txt", "%s,2026-08-02T08:00:00,A\n%s,2026-08-02T09:00:00,D\n"
        .formatted(FtcLists.national(500), FtcLists.national(3)));
    Path gap = ftc.write("gap.txt", FtcLists.national(600) + ",2026-08-09T08:00:00,A\n");
    Path old = ftc.write("old.txt", FtcLists.national(601) + ",2026-08-01T08:00:00,A\n");
    Path cut = ftc.list("list-2026-08-10.txt", 0, 90);
    Path bad = ftc.write("bad-2026-08-10.txt", FtcLists.national(1) + "\nnonsense\n");

    // when
    JsonNode taken = ftc.bring(changes.toString()).done().json();
    List<Verb> refused = runEach(gap, old, cut, bad);

    // then
    assertThat(taken.get("added").asInt() + taken.get("removed").asInt()).isEqualTo(2);
    assertThat(refused).extracting(Verb::code).containsOnly(2);
    assertThat(refused.get(0).err()).contains("expected no gap");
    assertThat(refused.get(1).err()).contains("comes too late");
    assertThat(refused.get(2).err()).contains("--max-removed", "would remove 11");
    assertThat(refused.get(3).err()).contains("--max-bad");
    assertThat(Path.of(bad + ".rejected.csv")).content().contains("nonsense");
    assertThat(ftc.told(_ -> true)).as("only those that were taken").hasSize(102);
    Set<String> expected = FtcLists.numbers(0, 100);
    expected.remove(Say.number(3));
    expected.add(Say.number(500));
    assertThat(ftc.listed()).isEqualTo(expected);
    JsonNode status = status();
    assertThat(status.get("asOf").asText()).isEqualTo("2026-08-02T09:00:00Z");
    assertThat(status.get("size").asInt()).isEqualTo(100);
  }

  @Test
  void shouldKeepAreasApartAndTellWhenACopyTurnsStale() throws Exception {
    // given
    site.serve();
    Path two = ftc.write("areas-2026-08-01.txt", "407,5551234\n212,5550103\n");
    Path one = ftc.write("407-2026-08-08.txt", "407,5551299\n407,5551234\n");
    ftc.bring("--area", "407,212", two.toString()).done();

    // when
    JsonNode next = ftc.bring("--area", "407", one.toString()).done().json();

    // then
    assertThat(next.get("added").asInt()).isEqualTo(1);
    assertThat(next.get("removed").asInt()).as("of another area").isZero();
    assertThat(ftc.listed()).containsExactlyInAnyOrder("+14075551234", "+14075551299", "+12125550103");
    Verb status = site.verb("registry", "status", "--json");
    assertThat(status.out().lines().toList()).hasSize(2);
    assertThat(status.out()).contains("\"area\":\"212\"", "\"area\":\"407\"", "\"staleAt\":null");
  }

  @Test
  void shouldTakeAnswersAsEvidenceOfTheirDateAndSayNothingOfFreshness() throws Exception {
    // given
    site.serve();
    Path answers = ftc.write("rnd.csv", """
        number,answer,date
        4075551234,yes,2026-08-01
        4075551235,no,2026-08-01
        4075551236,no data,2026-08-01
        """);

    // when
    JsonNode taken = ftc.bring("--registry", "us-rnd", answers.toString()).done().json();

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
      Files.copy(ftc.list("list-2026-08-01.txt", 0, 50), folder.resolve("list-2026-08-01.txt"));
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("imported/list-2026-08-01.txt")));
      Files.writeString(folder.resolve("words.txt"), "lorem ipsum\n");
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("refused/words.txt")));

      // then
      assertThat(folder.resolve("refused/words.txt.rejected.csv")).exists();
      assertThat(ftc.listed()).isEqualTo(FtcLists.numbers(0, 50));
      assertThat(watching.stop()).isZero();
    }
  }

  private static void shouldTellTheImport(OperatorAction action) {
    assertThat(action.getAction()).isEqualTo(OperatorActionKind.IMPORT);
    assertThat(action.getSubject()).isEqualTo("us-ftc");
    assertThat(action.getDetails()).containsKeys("files", "sha256", "lines", "added", "removed", "malformed");
  }

  private List<Verb> runEach(Path... files) {
    return Arrays.stream(files).map(file -> ftc.bring(file.toString())).toList();
  }

  private JsonNode status() {
    return site.verb("registry", "status", "--json").json();
  }
}
