package io.dialgate.lists.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  private static final long LARGEST = 999_999_999_999_999L;

  @TempDir
  Path folder;

  private record Pair(long number, long payload) {}

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 64, 10_000})
  void shouldGiveBackByNumberAndKeepTheOrderOfEqualOnes(int size) {
    // given
    var random = new Random(size);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      pairs.add(new Pair(random.nextBoolean() ? random.nextInt(20) : random.nextLong(LARGEST + 1), i));
    }

    // when
    List<Pair> sorted;
    try (var spool = new Spool(folder, "test", 8)) {
      pairs.forEach(pair -> spool.add(pair.number(), pair.payload()));
      sorted = read(spool.sorted());
    }

    // then
    assertThat(sorted).isEqualTo(pairs.stream().sorted(Comparator.comparingLong(Pair::number)).toList());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldReadOnFromAnyPair() throws Exception {
    // given
    Path file = folder.resolve("pairs");
    try (var out = new PairWriter(file)) {
      for (int i = 0; i < 100_000; i++) {
        out.add(i, -i);
      }
    }

    // when
    List<Pair> rest = read(new PairFile(file, 99_998));

    // then
    assertThat(rest).containsExactly(new Pair(99_998, -99_998), new Pair(99_999, -99_999));
    assertThat(Files.size(file)).isEqualTo(1_600_000);
  }

  private static List<Pair> read(Pairs pairs) {
    List<Pair> all = new ArrayList<>();
    try (pairs) {
      while (pairs.next()) {
        all.add(new Pair(pairs.number(), pairs.payload()));
      }
    }
    return all;
  }
}
