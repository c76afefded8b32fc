package io.dialgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.runtime.settings.Settings.Cluster;

/** The machine that Dialgate brings itself: one for all classes of tests that a JVM runs. */
final class EmbeddedGround implements AutoCloseable {

  private final Path folder;
  private final EmbeddedMachine machine;
  private final Ground ground;

  private EmbeddedGround() {
    folder = Folders.create("ground");
    machine = EmbeddedMachine.start(new EmbeddedMachine.Options(folder, 0, 0), _ -> {});
    ground = new Ground(new Cluster(machine.bootstrapServers(), machine.registryUrl()));
  }

  /**
   * Starts it when it is first asked for; JUnit stops it after the last class. The root's store would not do: where several JVMs
   * share the classes, each class is a run of its own, with a root of its own.
   */
  static Ground of(ExtensionContext test) {
    return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
        .computeIfAbsent(EmbeddedGround.class, _ -> new EmbeddedGround(), EmbeddedGround.class).ground;
  }

  @Override
  public void close() {
    machine.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
