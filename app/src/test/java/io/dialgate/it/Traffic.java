package io.dialgate.it;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Seeded traffic, some of it through a foreign partitioner. One thread sends until it is told to stop, and everything that it sent
 * is remembered.
 */
abstract class Traffic {

  /** Records that are sent at most, whatever happens. */
  private static final int MAX_SENT = 20_000;

  private static final Duration PACE = Duration.ofMillis(2);

  /** One of so many records goes through the foreign partitioner. */
  private static final int FOREIGN = 10;

  private final Random random;
  private final Sender straight;
  private final Sender foreign;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean stopping;

  Traffic(Site site, long seed) {
    random = new Random(seed);
    straight = site.sender(Map.of("linger.ms", 0));
    foreign = site.sender(Map.of("linger.ms", 0, "partitioner.class", Crc32Partitioner.class.getName()));
  }

  /** Sends a record at most, and remembers it before it is sent. */
  abstract void step();

  /** Begins. */
  final void start() {
    Thread.ofPlatform().name("traffic").start(() -> {
      try {
        for (int sent = 0; sent < MAX_SENT && !stopping; sent++) {
          step();
          LockSupport.parkNanos(PACE.toNanos());
        }
        straight.flush();
        foreign.flush();
        done.complete(null);
      } catch (RuntimeException | Error e) {
        done.completeExceptionally(e);
      }
    });
  }

  /** Ends, and returns when all that was sent is on the broker; and throws what kept it from sending. */
  final void stop() {
    stopping = true;
    done.join();
  }

  /** Any number from 0 to below the bound, the same for the same seed. */
  final int any(int bound) {
    return random.nextInt(bound);
  }

  /** The partitioner that the next record goes through. */
  final Sender sender() {
    return any(FOREIGN) == 0 ? foreign : straight;
  }
}
