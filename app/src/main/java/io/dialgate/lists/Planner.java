package io.dialgate.lists;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.merge.Difference;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.PairWriter;
import io.dialgate.lists.merge.Spool;
import io.dialgate.schemas.RegistryStatus;

/**
 * Turns what files say into the deltas that they come to.
 *
 * @param registry whose files they are
 * @param areas what they cover
 * @param maxRemoved the part of what the table has that a full list may take off, 0 to 1
 * @param force whether it may take off more
 */
public record Planner(String registry, Areas areas, double maxRemoved, boolean force) {

  /**
   * Plans a full list: what it has and the table has not is added, what the table has and it has not is removed.
   *
   * @param wanted the numbers of the files
   * @param held the table's numbers, each with 1 where it is listed at last, else 0
   * @throws RefusedList if it would remove too much
   */
  public Plan full(Contents contents, String basis, Instant asOf, Spool wanted, Spool held, PlanFolder folder) {
    try (var deltas = folder.newDeltas();
        var table = new Listed(new Groups(held.sorted(), (_, later) -> later));
        var files = new Groups(wanted.sorted(), (first, _) -> first)) {
      var counting = new Counting(deltas, Moment.of(Change.ADDED, asOf), Moment.of(Change.REMOVED, asOf));
      Difference.tell(table, files, counting);
      long heldBefore = counting.kept + counting.removed;
      if (!force && counting.removed > maxRemoved * heldBefore) {
        throw new RefusedList(
            "expected a full list that removes at most %s %% of the %,d numbers that we have (--max-removed), but it would remove %,d: was it cut? Deliver it again, or say --force"
                .formatted(FilesReader.percent(maxRemoved), heldBefore, counting.removed));
      }
      deltas.force();
      Map<String, Long> sizes = new HashMap<>();
      areas.names().forEach(area -> sizes.put(area, area.equals(Areas.ALL)
          ? counting.wanted()
          : counting.sizes.getOrDefault(area, 0L)));
      return ready(folder, new Plan(basis, registry, contents.kind(), contents.digest(), asOf, contents.lines(),
          contents.malformed(), contents.unanswered(), heldBefore, counting.added, counting.removed, sizes));
    }
  }

  /**
   * Plans change lists and answers: of each number the latest counts.
   *
   * @param said the changes of the files
   * @param copies what we have, whose size they change
   */
  public Plan changes(Contents contents, String basis, Instant asOf, Spool said, Map<String, RegistryStatus> copies,
      PlanFolder folder) {
    long added = 0;
    long removed = 0;
    Map<String, Long> sizes = new HashMap<>();
    for (String area : contents.kind() == Kind.ANSWERS ? Areas.EVERY.names() : areas.names()) {
      RegistryStatus copy = copies.get(area);
      sizes.put(area, copy == null ? 0 : copy.getSize());
    }
    try (var deltas = folder.newDeltas(); var changes = new Groups(said.sorted(), Math::max)) {
      while (changes.next()) {
        boolean addition = Moment.change(changes.payload()) == Change.ADDED;
        added += addition ? 1 : 0;
        removed += addition ? 0 : 1;
        sizes.computeIfPresent(areas.codes().isEmpty() ? Areas.ALL : Areas.code(changes.number()),
            (_, size) -> size + (addition ? 1 : -1));
        deltas.add(changes.number(), changes.payload());
      }
      deltas.force();
    }
    sizes.replaceAll((_, size) -> Math.max(0, size));
    return ready(folder, new Plan(basis, registry, contents.kind(), contents.digest(), asOf, contents.lines(),
        contents.malformed(), contents.unanswered(), 0, added, removed, sizes));
  }

  private static Plan ready(PlanFolder folder, Plan plan) {
    folder.published(0);
    folder.ready(plan);
    return plan;
  }

  /** Writes the difference down, and counts it. */
  private final class Counting implements Difference.Visitor {

    private final PairWriter deltas;
    private final long addition;
    private final long removal;
    private final Map<String, Long> sizes = new HashMap<>();
    private long added;
    private long removed;
    private long kept;

    Counting(PairWriter deltas, long addition, long removal) {
      this.deltas = deltas;
      this.addition = addition;
      this.removal = removal;
    }

    long wanted() {
      return added + kept;
    }

    @Override
    public void added(long number) {
      added++;
      count(number);
      deltas.add(number, addition);
    }

    @Override
    public void removed(long number) {
      removed++;
      deltas.add(number, removal);
    }

    @Override
    public void kept(long number) {
      kept++;
      count(number);
    }

    private void count(long number) {
      if (!areas.codes().isEmpty()) {
        sizes.merge(Areas.code(number), 1L, Long::sum);
      }
    }
  }
}
