package io.dialgate.domain.dnc;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.NumberEntries.Merged;

/** The same events in any order give the same record. */
class AnyOrderTest {

  private static final int EVENTS = 40;
  private static final int SHUFFLES = 20;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGiveTheSameRecordInAnyOrder(long seed) {
    // given
    var random = new Random(seed);
    List<ListEvent> events = someEvents(random);
    NumberEntries expected = merged(events);

    for (int i = 0; i < SHUFFLES; i++) {
      Collections.shuffle(events, random);

      // when
      NumberEntries shuffled = merged(events);

      // then
      assertThat(shuffled).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Sweeping changes which marks stand, and so what is written; it never changes what binds, then or later. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldBindTheSameWhenSweptInBetween(long seed) {
    // given
    var random = new Random(seed);
    List<ListEvent> events = someEvents(random);
    Collections.shuffle(events, random);
    Instant now = NOON.plusSeconds(random.nextInt(12));

    // when
    NumberEntries swept = NumberEntries.NONE;
    for (ListEvent event : events) {
      swept = merged(swept, event);
      swept = random.nextInt(3) == 0 ? swept.swept(now) : swept;
    }

    // then
    for (Duration later : List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofDays(1))) {
      assertThat(bound(swept, now.plus(later))).as("seed %d, after %s", seed, later)
          .isEqualTo(bound(merged(events), now.plus(later)));
    }
  }

  /** Few entries, few moments, few expiries: many ties. Some events twice. */
  private static List<ListEvent> someEvents(Random random) {
    var events = new ArrayList<ListEvent>();
    for (int i = 0; i < EVENTS; i++) {
      Said said = added("event " + i).on("list " + random.nextInt(2))
          .because(random.nextBoolean() ? Reason.CUSTOMER_REQUEST : Reason.NATIONAL_DNC)
          .scope(random.nextBoolean() ? "all" : "brand:acme")
          .change(random.nextInt(3) == 0 ? Change.REMOVED : Change.ADDED).after(random.nextInt(4))
          .until(random.nextBoolean() ? null : NOON.plusSeconds(5 + random.nextInt(5)))
          .from("source " + random.nextInt(3));
      events.add(said.event());
      if (random.nextInt(5) == 0) {
        events.add(said.event());
      }
    }
    return events;
  }

  private static List<EntryId> bound(NumberEntries entries, Instant at) {
    return entries.binding(at).stream().map(ListEvent::entry).toList();
  }

  private static NumberEntries merged(List<ListEvent> events) {
    NumberEntries entries = NumberEntries.NONE;
    for (ListEvent event : events) {
      entries = merged(entries, event);
    }
    return entries;
  }

  private static NumberEntries merged(NumberEntries entries, ListEvent event) {
    return entries.merge(event) instanceof Merged.Changed(NumberEntries next) ? next : entries;
  }
}
