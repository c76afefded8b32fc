package io.dialgate.domain.dnc;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.NumberEntries.Merged;

/** What one event does to what stands. */
class NumberEntriesTest {

  static Stream<Arguments> eventsOfOneEntry() {
    return Stream.of(
        Arguments.of("later addition", added("a"), added("b").after(1), true),
        Arguments.of("earlier addition", added("a"), added("b").after(-1), false),
        Arguments.of("later removal", added("a"), removed("b").after(1), true),
        Arguments.of("earlier removal", added("a"), removed("b").after(-1), false),
        Arguments.of("removal at a tie", added("a"), removed("b"), false),
        Arguments.of("addition at a tie", removed("a"), added("b"), true),
        Arguments.of("longer expiry at a tie", added("a").until(NOON.plusSeconds(9)),
            added("b").until(NOON.plusSeconds(10)), true),
        Arguments.of("shorter expiry at a tie", added("a").until(NOON.plusSeconds(10)),
            added("b").until(NOON.plusSeconds(9)), false),
        Arguments.of("no expiry at a tie", added("a").until(NOON.plusSeconds(10)), added("b"), true),
        Arguments.of("expiry at a tie with none", added("a"), added("b").until(NOON.plusSeconds(10)), false),
        Arguments.of("the same event again", added("a"), added("a"), false),
        Arguments.of("the same id, later", added("a"), added("a").after(1), false),
        Arguments.of("removal under the id of an addition", added("a"), removed("a").after(1), false),
        Arguments.of("later addition under the id of a removal", removed("a"), added("a").after(1), true),
        Arguments.of("addition at a tie under the id of a removal", removed("a"), added("a"), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("eventsOfOneEntry")
  void shouldLetTheStrongerEventStand(String name, Said standing, Said next, boolean changes) {
    // given
    NumberEntries entries = merged(standing);

    // when
    Merged merged = entries.merge(next.event());

    // then
    assertThat(merged)
        .isEqualTo(changes ? new Merged.Changed(new NumberEntries(List.of(next.event()))) : new Merged.NotNewer());
  }

  static Stream<Said> eventsOfOtherEntries() {
    return Stream.of(added("b").on("other"), added("b").because(Reason.NATIONAL_DNC), added("b").scope("brand:acme"),
        added("b").scope("campaign:spring"));
  }

  @ParameterizedTest
  @MethodSource("eventsOfOtherEntries")
  void shouldKeepEntriesApartByListReasonAndScope(Said other) {
    // given
    NumberEntries entries = merged(added("a"), other);

    // when
    NumberEntries left = merged(entries, other.change(ListEvent.Change.REMOVED).at(NOON.plusSeconds(1)).withId("c"));

    // then
    assertThat(left.binding(NOON)).containsExactly(added("a").event());
  }

  @Test
  void shouldNeverRemoveACustomersRequestByARegistrysRemoval() {
    // given
    Said registry = added("r").on("us-ftc").because(Reason.NATIONAL_DNC);
    NumberEntries entries = merged(added("a"), registry);

    // when
    NumberEntries left = merged(entries, registry.change(ListEvent.Change.REMOVED).after(60).withId("s"));

    // then
    assertThat(left.binding(NOON)).containsExactly(added("a").event());
  }

  @Test
  void shouldStandInTheOrderOfListReasonAndScope() {
    // given
    List<Said> inOrder = List.of(added("1").on("a"), added("2").on("b"), added("3").on("b").scope("brand:x"),
        added("4").on("b").because(Reason.NATIONAL_DNC), added("5").on("c"));

    // when
    NumberEntries entries = NumberEntries.NONE;
    for (Said said : inOrder.reversed()) {
      entries = merged(entries, said);
    }

    // then
    assertThat(entries.standing()).containsExactlyElementsOf(inOrder.stream().map(Said::event).toList());
  }

  @Test
  void shouldBindUntilTheInstantOfExpiry() {
    // given
    NumberEntries entries = merged(added("a").until(NOON.plusSeconds(10)));

    // when / then
    assertThat(entries.binding(NOON.plusSeconds(10).minusNanos(1_000))).hasSize(1);
    assertThat(entries.binding(NOON.plusSeconds(10))).isEmpty();
  }

  @Test
  void shouldTakeAsManyEntriesAsTheBoundAndRefuseOneMore() {
    // given
    NumberEntries full = lists(NumberEntries.MAX_ENTRIES, ListEvent.Change.ADDED);

    // when / then
    assertThat(full.standing()).hasSize(NumberEntries.MAX_ENTRIES);
    assertThat(full.merge(added("new").on("one more").event())).isEqualTo(new Merged.Full());
    assertThat(full.merge(removed("new").on("one more").event())).isEqualTo(new Merged.Full());
    assertThat(full.merge(removed("new").on("list 7").after(100).event())).isInstanceOf(Merged.Changed.class);
  }

  @Test
  void shouldPutAnAdditionInThePlaceOfTheOldestMarkWhenFull() {
    // given
    NumberEntries full = lists(NumberEntries.MAX_ENTRIES, ListEvent.Change.REMOVED);

    // when
    NumberEntries next = merged(full, added("new").on("one more"));

    // then
    assertThat(next.standing()).hasSize(NumberEntries.MAX_ENTRIES).doesNotContain(full.standing().getFirst())
        .contains(added("new").on("one more").event());
    assertThat(full.merge(removed("new").on("one more").event())).isEqualTo(new Merged.Full());
  }

  @Test
  void shouldSweepAnExpiredEntryToAMarkAndTheMarkWhenItsInputIsGone() {
    // given
    Said entry = added("a").because(Reason.NATIONAL_DNC).until(NOON.plusSeconds(10));
    NumberEntries entries = merged(entry, added("b").on("kept"));
    Duration kept = Reason.NATIONAL_DNC.inputKept();

    // when
    NumberEntries early = entries.swept(NOON.plusSeconds(9));
    NumberEntries expired = entries.swept(NOON.plusSeconds(10));
    NumberEntries atTheBound = expired.swept(NOON.plus(kept));
    NumberEntries forgotten = expired.swept(NOON.plus(kept).plusNanos(1_000));

    // then
    assertThat(early).isSameAs(entries);
    assertThat(expired.standing()).hasSize(2).contains(entry.until(null).change(ListEvent.Change.REMOVED).event());
    assertThat(atTheBound).isSameAs(expired);
    assertThat(forgotten.standing()).containsExactly(added("b").on("kept").event());
  }

  @Test
  void shouldNotTakeAnExpiredEventAgainAfterItWasSwept() {
    // given
    ListEvent event = added("a").until(NOON.plusSeconds(10)).event();
    NumberEntries swept = new NumberEntries(List.of(event)).swept(NOON.plusSeconds(10));

    // when / then
    assertThat(swept.merge(event)).isEqualTo(new Merged.NotNewer());
  }

  private static NumberEntries lists(int count, ListEvent.Change change) {
    return IntStream.range(0, count)
        .mapToObj(i -> added("id " + i).change(change).on("list " + i).after(i))
        .reduce(NumberEntries.NONE, NumberEntriesTest::merged, (a, b) -> b);
  }

  private static NumberEntries merged(Said... all) {
    NumberEntries entries = NumberEntries.NONE;
    for (Said said : all) {
      entries = merged(entries, said);
    }
    return entries;
  }

  private static NumberEntries merged(NumberEntries entries, Said said) {
    return switch (entries.merge(said.event())) {
      case Merged.Changed(NumberEntries next) -> next;
      case Merged other -> throw new AssertionError("expected a change, but got " + other);
    };
  }
}
