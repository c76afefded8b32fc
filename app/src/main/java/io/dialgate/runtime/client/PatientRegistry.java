package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.apache.avro.Schema;

import io.dialgate.wire.registry.RegistryUnreachableException;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Asks a registry again while it does not answer, as long as whoever asks is willing to wait: one that has just started, or is
 * busy, takes some seconds.
 *
 * @param registry that is asked
 * @param patience how long, for one question
 */
public record PatientRegistry(SchemaRegistry registry, Duration patience) implements SchemaRegistry {

  private static final Duration PAUSE = Duration.ofMillis(200);

  @Override
  public int register(String subject, Schema schema) {
    return ask(() -> registry.register(subject, schema));
  }

  @Override
  public Schema byId(int id) {
    return ask(() -> registry.byId(id));
  }

  private <T> T ask(Supplier<T> question) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return question.get();
      } catch (RegistryUnreachableException e) {
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
