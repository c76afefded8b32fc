package io.dialgate.topology.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class LongRingTest {

  @Test
  void shouldKeepTheOrderOfAQueueWhileItWrapsAndGrows() {
    // given
    var random = new SplittableRandom(7);
    var ring = new LongRing();
    var queue = new ArrayDeque<Long>();

    for (long step = 0; step < 20_000; step++) {
      // when
      if (queue.isEmpty() || random.nextInt(100) < 60) {
        ring.addLast(step);
        queue.addLast(step);
      } else {
        ring.removeFirst();
        queue.removeFirst();
      }

      // then
      assertThat(ring.size()).isEqualTo(queue.size());
      if (!queue.isEmpty()) {
        assertThat(ring.get(0)).isEqualTo(queue.getFirst());
        assertThat(ring.get(ring.size() - 1)).isEqualTo(queue.getLast());
      }
    }
  }
}
