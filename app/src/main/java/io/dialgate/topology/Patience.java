package io.dialgate.topology;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.wire.registry.RegistryUnreachableException;

/** Waits with a record while the registry of schemas cannot be reached: nothing is called poison that could not be looked up. */
public final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Patience() {}

  /**
   * What the reading gives, once the registry answers.
   *
   * @throws RegistryUnreachableException only if the thread is interrupted: somebody wants it to end
   */
  public static <T> T read(String topic, Supplier<T> reading) {
    while (true) {
      try {
        return reading.get();
      } catch (RegistryUnreachableException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.atWarn().addKeyValue("topic", topic).setCause(e)
            .log("The schema registry cannot be reached; the task waits with this record");
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
