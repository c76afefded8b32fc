package io.dialgate.topology.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.topology.history.History.Failure;
import io.dialgate.topology.story.GateStory;

/**
 * Random histories with a restart in their middle. Run more of them with {@code -Ddialgate.seeds=1000}, and one again with
 * {@code -Ddialgate.seed=17}.
 */
class RandomHistoryTest {

  private static final int STEPS = 60;

  /** Histories that are tried to find a shorter one that fails too. */
  private static final int MAX_TRIES = 300;

  static LongStream seeds() {
    Long one = Long.getLong("dialgate.seed");
    return one == null ? LongStream.range(0, Long.getLong("dialgate.seeds", 200)) : LongStream.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldDoWhatTheOracleDoesAfterEveryStep(long seed) {
    // given
    List<Deed> deeds = Generator.history(seed, GateStory.START, STEPS);

    // when
    Failure failure = History.play(deeds);

    // then
    if (failure != null) {
      throw failed(seed, deeds, failure);
    }
  }

  /** Time passes all the same: without it, what follows would come from the future. */
  private static List<Deed> without(int from, int to, List<Deed> deeds) {
    return IntStream.range(0, deeds.size()).filter(i -> i < from || i >= to || deeds.get(i) instanceof Deed.Tick)
        .mapToObj(deeds::get).toList();
  }

  private static AssertionError failed(long seed, List<Deed> deeds, Failure first) {
    List<Deed> shortest = new ArrayList<>(deeds.subList(0, first.step() + 1));
    Failure failure = first;
    int tries = 0;
    for (int chunk = shortest.size() / 2; chunk > 0; chunk = chunk / 2) {
      for (int from = 0; from + chunk < shortest.size() && tries < MAX_TRIES;) {
        List<Deed> shorter = without(from, from + chunk, shortest);
        tries++;
        Failure other = shorter.size() == shortest.size() ? null : History.play(shorter);
        if (other == null) {
          from += chunk;
        } else {
          shortest = new ArrayList<>(shorter.subList(0, other.step() + 1));
          failure = other;
        }
      }
    }
    String story = shortest.stream().map(deed -> "  " + deed).collect(Collectors.joining("\n"));
    return new AssertionError(
        "seed %d: expected what the oracle expects, but the last of these %d steps differs:%n%s%n%s"
            .formatted(seed, shortest.size(), story, failure.what().getMessage()),
        failure.what());
  }
}
