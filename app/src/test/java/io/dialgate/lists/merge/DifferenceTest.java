package io.dialgate.lists.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void shouldTellExactlyTheDifferenceOfTwoSets(int seed) {
    // given
    var random = new Random(seed);
    Set<Long> held = numbers(random, random.nextInt(200));
    Set<Long> wanted = numbers(random, random.nextInt(200));
    var told = new Told();

    // when
    try (var one = spool("held", held); var other = spool("wanted", wanted)) {
      Difference.tell(groups(one), groups(other), told);
    }

    // then
    var added = new TreeSet<>(wanted);
    added.removeAll(held);
    var removed = new TreeSet<>(held);
    removed.removeAll(wanted);
    var kept = new TreeSet<>(held);
    kept.retainAll(wanted);
    assertThat(told.added).isEqualTo(added);
    assertThat(told.removed).isEqualTo(removed);
    assertThat(told.kept).isEqualTo(kept);
  }

  private static Set<Long> numbers(Random random, int count) {
    var numbers = new TreeSet<Long>();
    for (int i = 0; i < count; i++) {
      numbers.add((long) random.nextInt(300));
    }
    return numbers;
  }

  /** Each number twice: a list may repeat itself. */
  private Spool spool(String name, Set<Long> numbers) {
    var spool = new Spool(folder, name, 16);
    numbers.forEach(number -> spool.add(number, 0));
    numbers.forEach(number -> spool.add(number, 0));
    return spool;
  }

  private static Pairs groups(Spool spool) {
    return new Groups(spool.sorted(), (first, _) -> first);
  }

  private static final class Told implements Difference.Visitor {

    private final TreeSet<Long> added = new TreeSet<>();
    private final TreeSet<Long> removed = new TreeSet<>();
    private final TreeSet<Long> kept = new TreeSet<>();

    @Override
    public void added(long number) {
      added.add(number);
    }

    @Override
    public void removed(long number) {
      removed.add(number);
    }

    @Override
    public void kept(long number) {
      kept.add(number);
    }
  }
}
