package io.dialgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.runtime.settings.Settings.Cluster;

/** The machine that Dialgate brings itself: one for the whole run of tests. */
final class EmbeddedGround implements AutoCloseable {

  private final Path folder;
  private final EmbeddedMachine machine;

  private EmbeddedGround() {
    folder = Folders.create("ground");
    machine = EmbeddedMachine.start(new EmbeddedMachine.Options(folder, 0, 0), _ -> {});
  }

  /** Starts it when it is first asked for; JUnit stops it after the last test. */
  static Ground of(ExtensionContext test) {
    EmbeddedMachine machine = test.getRoot().getStore(Namespace.GLOBAL)
        .computeIfAbsent(EmbeddedGround.class, _ -> new EmbeddedGround(), EmbeddedGround.class).machine;
    return new Ground("embedded", new Cluster(machine.bootstrapServers(), machine.registryUrl()));
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
