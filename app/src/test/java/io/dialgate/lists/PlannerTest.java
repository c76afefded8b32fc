package io.dialgate.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.lists.merge.Spool;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.RegistryStatus;

class PlannerTest {

  private static final Instant AS_OF = Instant.parse("2026-08-28T00:00:00Z");
  private static final long FIRST = 14075550000L;
  private static final String DIGEST = "ab".repeat(32);
  private static final Contents FULL = contents(Kind.FULL);

  @TempDir
  Path root;

  private PlanFolder folder;

  @BeforeEach
  void open() {
    folder = PlanFolder.open(root, "us-ftc");
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void shouldPlanExactlyTheDifferenceToWhatTheTableHas() {
    // given: the table had 0 to 99, and lost 5; the list has 1 to 102
    try (var held = spool("held", 0, 100); var wanted = spool("wanted", 1, 103)) {
      held.add(FIRST + 5, 0);

      // when
      Plan plan = planner(0.05, false).full(FULL, "basis", AS_OF, wanted, held, folder);

      // then
      assertThat(plan.added()).isEqualTo(4);
      assertThat(plan.removed()).isEqualTo(1);
      assertThat(plan.held()).isEqualTo(99);
      assertThat(plan.sizes()).isEqualTo(Map.of("*", 102L));
      assertThat(deltas(plan, 0)).extracting(delta -> delta.getAction() + " " + delta.getPhone()).containsExactly(
          "REMOVE +14075550000", "ADD +14075550005", "ADD +14075550100", "ADD +14075550101", "ADD +14075550102");
      assertThat(deltas(plan, 0)).allSatisfy(delta -> {
        assertThat(delta.getAsOf()).isEqualTo(AS_OF);
        assertThat(delta.getEventId()).isEqualTo("us-ftc:" + DIGEST.substring(0, 32) + ":" + delta.getPhone());
      });
    }
  }

  @Test
  void shouldRefuseListThatRemovesTooMuchUnlessForced() {
    try (var held = spool("held", 0, 100); var wanted = spool("wanted", 6, 100)) {
      // when / then
      assertThatThrownBy(() -> planner(0.05, false).full(FULL, "basis", AS_OF, wanted, held, folder))
          .isInstanceOf(RefusedList.class).hasMessageContainingAll("removes at most 5 % of the 100", "would remove 6");
      assertThat(folder.unfinished("basis")).isEmpty();
    }
    try (var held = spool("held", 0, 100); var wanted = spool("wanted", 6, 100)) {
      assertThat(planner(0.05, true).full(FULL, "basis", AS_OF, wanted, held, folder).removed()).isEqualTo(6);
    }
    try (var held = spool("held", 0, 100); var wanted = spool("wanted", 5, 100)) {
      assertThat(planner(0.05, false).full(FULL, "basis", AS_OF, wanted, held, folder).removed()).isEqualTo(5);
    }
  }

  @Test
  void shouldPlanLatestChangeOfEachNumberAndCountOurCopy() {
    // given
    Instant later = AS_OF.plusSeconds(60);
    try (var said = new Spool(root, "said")) {
      said.add(FIRST, Moment.of(Change.REMOVED, later));
      said.add(FIRST, Moment.of(Change.ADDED, AS_OF));
      said.add(FIRST + 1, Moment.of(Change.ADDED, AS_OF));
      said.add(FIRST + 2, Moment.of(Change.ADDED, AS_OF));

      // when
      Plan plan = planner(0, false).changes(contents(Kind.CHANGES), "basis", later, said,
          Map.of("*", new RegistryStatus("us-ftc", "*", AS_OF, 10L, "x", AS_OF)), folder);

      // then
      assertThat(plan.added()).isEqualTo(2);
      assertThat(plan.removed()).isEqualTo(1);
      assertThat(plan.sizes()).isEqualTo(Map.of("*", 11L));
      assertThat(deltas(plan, 0))
          .extracting(delta -> delta.getAction() + " " + delta.getPhone() + " " + delta.getAsOf())
          .containsExactly("REMOVE +14075550000 " + later, "ADD +14075550001 " + AS_OF,
              "ADD +14075550002 " + AS_OF);
    }
  }

  @Test
  void shouldCountEachAreaThatAListCovers() {
    // given
    var areas = new Areas(Set.of("407", "212"));
    try (var held = new Spool(root, "held"); var wanted = spool("wanted", 0, 3)) {
      wanted.add(12125550000L, 0);

      // when
      Plan plan = new Planner("us-ftc", areas, 0.05, false).full(FULL, "basis", AS_OF, wanted, held, folder);

      // then
      assertThat(plan.sizes()).isEqualTo(Map.of("407", 3L, "212", 1L));
    }
  }

  @Test
  void shouldGoOnWithAPlanOfTheSameBasisOnly() {
    // given
    Plan plan;
    try (var held = spool("held", 0, 0); var wanted = spool("wanted", 0, 10)) {
      plan = planner(0.05, false).full(FULL, "basis", AS_OF, wanted, held, folder);
    }
    folder.published(7);
    folder.close();

    // when
    folder = PlanFolder.open(root, "us-ftc");

    // then
    assertThat(folder.unfinished("basis")).contains(plan);
    assertThat(folder.unfinished("another")).isEmpty();
    assertThat(folder.published()).isEqualTo(7);
    assertThat(deltas(plan, folder.published())).hasSize(3);
    folder.clear();
    assertThat(folder.unfinished("basis")).isEmpty();
    assertThat(folder.published()).isZero();
  }

  @Test
  void shouldLetOnlyOneImportOfARegistryWork() {
    // when / then
    assertThatThrownBy(() -> PlanFolder.open(root, "us-ftc")).isInstanceOf(RefusedList.class)
        .hasMessageContainingAll("expected to be the only import of us-ftc");
    PlanFolder.open(root, "uk-tps").close();
  }

  private static Planner planner(double maxRemoved, boolean force) {
    return new Planner("us-ftc", Areas.EVERY, maxRemoved, force);
  }

  private Spool spool(String name, int from, int to) {
    var spool = new Spool(root, name);
    LongStream.range(from, to).forEach(i -> spool.add(FIRST + i, 1));
    return spool;
  }

  private List<RegistryDelta> deltas(Plan plan, long published) {
    List<RegistryDelta> deltas = new ArrayList<>();
    var alone = new Bundles(new Deltas(plan.registry(), plan.digest()), 1, _ -> 0, deltas::add);
    try (Pairs pairs = folder.deltas(published)) {
      while (pairs.next()) {
        alone.add(pairs);
        alone.flush();
      }
    }
    return deltas;
  }

  private static Contents contents(Kind kind) {
    return new Contents(kind, DIGEST,
        List.of(new Contents.Text(Path.of("x"), DIGEST, kind, 10, 0, 0, Optional.empty(), Optional.empty())));
  }
}
