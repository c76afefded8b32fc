package io.dialgate.domain.gate;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DialHistoryTest {

  private static final Duration MEMORY = Duration.ofHours(24);
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void shouldFindWhatItRemembers() {
    // given
    DialHistory history = DialHistory.NONE.with(answered("a", NOON, LATER), MEMORY).with(answered("b", NOON, null),
        MEMORY);

    // when / then
    assertThat(history.find("a")).isNotNull();
    assertThat(history.find("c")).isNull();
    assertThat(history.open(NOON)).extracting(Answered::requestId).containsExactly("a");
  }

  @Test
  void shouldBeOpenUntilTheInstantOfItsEnd() {
    // given
    Answered answered = answered("a", NOON, LATER);

    // when / then
    assertThat(answered.isOpen(LATER.minusNanos(1_000))).isTrue();
    assertThat(answered.isOpen(LATER)).isFalse();
    assertThat(answered.closed().isOpen(NOON)).isFalse();
  }

  @Test
  void shouldForgetAfterItsMemoryUnlessTheAllowanceIsOpen() {
    // given
    DialHistory history = DialHistory.NONE.with(answered("short", NOON, LATER), MEMORY)
        .with(answered("long", NOON, NOON.plus(MEMORY).plusSeconds(5)), MEMORY);

    // when / then
    assertThat(history.remembered(NOON.plus(MEMORY), MEMORY)).isSameAs(history);
    assertThat(history.remembered(NOON.plus(MEMORY).plusNanos(1_000), MEMORY).answered())
        .extracting(Answered::requestId).containsExactly("long");
    assertThat(history.remembered(NOON.plus(MEMORY).plusSeconds(5), MEMORY).answered()).isEmpty();
  }

  @Test
  void shouldForgetTheOldestWithoutAnOpenAllowanceBeyondItsBound() {
    // given
    DialHistory full = DialHistory.NONE.with(answered("open", NOON, LATER), MEMORY);
    for (int i = 1; i < DialHistory.MAX_REMEMBERED; i++) {
      full = full.with(answered("r" + i, NOON, null), MEMORY);
    }

    // when
    DialHistory next = full.with(answered("new", NOON, null), MEMORY);

    // then
    assertThat(full.answered()).hasSize(DialHistory.MAX_REMEMBERED);
    assertThat(next.answered()).hasSize(DialHistory.MAX_REMEMBERED);
    assertThat(next.find("open")).isNotNull();
    assertThat(next.find("r1")).isNull();
    assertThat(next.find("r2")).isNotNull();
    assertThat(next.find("new")).isNotNull();
  }

  @Test
  void shouldNameTheOldestThatIsOpen() {
    // given
    DialHistory history = IntStream.range(0, 3).boxed().reduce(DialHistory.NONE,
        (all, i) -> all.with(answered("r" + i, NOON.plusSeconds(i), NOON.plusSeconds(10 + i)), MEMORY), (a, b) -> b);

    // when / then
    assertThat(history.oldestOpen(NOON.plusSeconds(10))).map(Answered::requestId).contains("r1");
    assertThat(history.closed(one -> one.requestId().equals("r1")).oldestOpen(NOON.plusSeconds(10)))
        .map(Answered::requestId).contains("r2");
    assertThat(history.oldestOpen(NOON.plusSeconds(12))).isEmpty();
  }

  private static Answered answered(String id, Instant at, @Nullable Instant validUntil) {
    return new Answered(id, 1, at, validUntil == null ? null : new Answered.Allowance(request(id).ask(), validUntil));
  }
}
