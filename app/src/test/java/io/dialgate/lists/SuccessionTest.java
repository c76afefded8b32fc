package io.dialgate.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.dialgate.lists.layout.Kind;
import io.dialgate.schemas.RegistryStatus;

class SuccessionTest {

  private static final Instant DAY_1 = Instant.parse("2026-08-01T00:00:00Z");
  private static final Succession STRICT = new Succession(Period.ofDays(1), false);
  private static final Succession FORCED = new Succession(Period.ofDays(1), true);

  @Test
  void shouldTakeFirstFullListAndALaterOne() {
    // when / then
    assertThat(check(STRICT, full("a"), day(1), Map.of())).isFalse();
    assertThat(check(STRICT, full("b"), day(8), Map.of("*", copy("*", "a", day(1))))).isFalse();
  }

  @Test
  void shouldKnowFilesThatAreInAlready() {
    // given
    Map<String, RegistryStatus> ours = Map.of("*", copy("*", "a", day(1)));

    // when / then
    assertThat(check(STRICT, full("a"), day(1), ours)).isTrue();
    assertThat(check(STRICT, full("a"), day(9), ours)).as("a later day alone makes no list fresher").isTrue();
    assertThat(STRICT.isIn(full("a"), day(9), true, Areas.EVERY, ours)).as("but somebody's word does").isFalse();
  }

  @Test
  void shouldRefuseListThatIsNotLaterThanOurs() {
    // given
    Map<String, RegistryStatus> ours = Map.of("*", copy("*", "a", day(5)));

    // when / then
    assertThatThrownBy(() -> check(STRICT, full("b"), day(5), ours)).isInstanceOf(RefusedList.class)
        .hasMessageContainingAll("comes too late");
    assertThatThrownBy(() -> check(STRICT, changes("c", day(3), day(4)), day(4), ours))
        .hasMessageContainingAll("was taken already, or comes too late");
    assertThat(check(FORCED, full("b"), day(5), ours)).isFalse();
  }

  @Test
  void shouldTakeChangesThatFollowOrOverlapAndRefuseAGap() {
    // given
    Map<String, RegistryStatus> ours = Map.of("*", copy("*", "a", day(5)));

    // when / then
    assertThat(check(STRICT, changes("c", day(6), day(7)), day(7), ours)).isFalse();
    assertThat(check(STRICT, changes("c", day(4), day(7)), day(7), ours)).isFalse();
    assertThatThrownBy(() -> check(STRICT, changes("c", day(7), day(8)), day(8), ours))
        .hasMessageContainingAll("expected no gap", day(5).toString(), day(7).toString());
    assertThat(check(FORCED, changes("c", day(7), day(8)), day(8), ours)).isFalse();
  }

  @Test
  void shouldRefuseAGapBetweenChangeListsOfOneImport() {
    // given
    Map<String, RegistryStatus> ours = Map.of("*", copy("*", "a", day(1)));
    Contents chain = changes("c", day(2), day(3), day(4), day(5));
    Contents torn = changes("c", day(2), day(3), day(6), day(7));

    // when / then
    assertThat(check(STRICT, chain, day(5), ours)).isFalse();
    assertThatThrownBy(() -> check(STRICT, torn, day(7), ours)).hasMessageContainingAll("expected no gap",
        "the change list before");
  }

  @Test
  void shouldRefuseChangesWithoutAFullListBefore() {
    // when / then
    assertThatThrownBy(() -> check(STRICT, changes("c", day(2), day(3)), day(3), Map.of()))
        .hasMessageContainingAll("expected a full list before the first change list");
  }

  @Test
  void shouldCheckEachAreaByItsOwnCopyAndChangesAlsoByThatOfAll() {
    // given
    var both = new Areas(Set.of("212", "407"));
    Map<String, RegistryStatus> ours = Map.of("*", copy("*", "a", day(3)), "212", copy("212", "b", day(5)));

    // when / then
    assertThat(STRICT.isIn(full("n"), day(6), false, both, ours)).isFalse();
    assertThatThrownBy(() -> STRICT.isIn(full("n"), day(4), false, both, ours)).hasMessageContainingAll("area 212");
    assertThatThrownBy(() -> STRICT.isIn(changes("n", day(5), day(6)), day(6), false, both, ours))
        .hasMessageContainingAll("expected no gap", "area *");
  }

  @Test
  void shouldTakeAnswersInAnyOrder() {
    // given
    var answers = new Contents(Kind.ANSWERS, "x", List.of(text(Kind.ANSWERS, day(1), day(1))));

    // when / then
    assertThat(check(STRICT, answers, day(1), Map.of("*", copy("*", "x", day(5))))).isFalse();
  }

  private static boolean check(Succession succession, Contents contents, Instant asOf,
      Map<String, RegistryStatus> ours) {
    return succession.isIn(contents, asOf, false, Areas.EVERY, ours);
  }

  private static Contents full(String digest) {
    return new Contents(Kind.FULL, digest, List.of(
        new Contents.Text(Path.of(digest), digest, Kind.FULL, 1, 0, 0, Optional.empty(), Optional.empty())));
  }

  private static Contents changes(String digest, Instant... spans) {
    var spanned = Arrays.asList(spans);
    return new Contents(Kind.CHANGES, digest, IntStream.range(0, spanned.size() / 2)
        .mapToObj(i -> text(Kind.CHANGES, spanned.get(2 * i), spanned.get(2 * i + 1))).toList());
  }

  private static Contents.Text text(Kind kind, Instant first, Instant last) {
    return new Contents.Text(Path.of("changes.txt"), "x", kind, 1, 0, 0, Optional.of(first), Optional.of(last));
  }

  private static RegistryStatus copy(String area, String digest, Instant asOf) {
    return new RegistryStatus("us-ftc", area, asOf, 1L, digest, asOf);
  }

  private static Instant day(int day) {
    return DAY_1.plusSeconds(86_400L * (day - 1));
  }
}
