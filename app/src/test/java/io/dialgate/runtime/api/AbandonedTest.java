package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.dialgate.bridge.delivery.ManualTime;
import io.dialgate.wire.avro.Samples;

/** An allowance that nobody waits for is given back: once, and not for ever. */
class AbandonedTest {

  private final ManualTime time = new ManualTime();
  private final Abandoned abandoned = new Abandoned(time);

  @Test
  void shouldGiveBackOnceWhatNobodyWaitsFor() {
    // given
    abandoned.add(Samples.request("r1"), "+14155550100");

    // when
    var first = abandoned.take("r1");
    var second = abandoned.take("r1");

    // then: it is still known, so that whoever asks again hears that it was given back
    assertThat(first).hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("+14155550100"));
    assertThat(second).isEmpty();
    assertThat(abandoned.has("r1")).isTrue();
    assertThat(abandoned.take("r2")).as("somebody waits for it").isEmpty();
  }

  @Test
  void shouldGiveBackOnceThoughManyHearOfIt() throws Exception {
    // given
    abandoned.add(Samples.request("r1"), "+14155550100");
    Callable<Boolean> take = () -> abandoned.take("r1").isPresent();

    // when
    List<Future<Boolean>> taken;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      taken = threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> take).toList());
    }

    // then
    assertThat(taken.stream().filter(Future::resultNow)).hasSize(1);
  }

  @Test
  void shouldForgetWhatCanComeNoMore() {
    // given
    abandoned.add(Samples.request("old"), "k");
    time.advance(Duration.ofMinutes(11));

    // when
    abandoned.add(Samples.request("new"), "k");

    // then
    assertThat(abandoned.has("old")).isFalse();
    assertThat(abandoned.has("new")).isTrue();
  }

  @Test
  void shouldRememberNoMoreThanItsBound() {
    // given
    var request = Samples.request("r");
    for (int i = 0; i <= Abandoned.MAX_REMEMBERED; i++) {
      request.setRequestId("r" + i);

      // when
      abandoned.add(request, "k");
    }

    // then
    assertThat(abandoned.has("r0")).isFalse();
    assertThat(abandoned.has("r1")).isTrue();
    assertThat(abandoned.has("r" + Abandoned.MAX_REMEMBERED)).isTrue();
  }
}
