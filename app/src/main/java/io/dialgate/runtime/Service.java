package io.dialgate.runtime;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;

import io.dialgate.http.HttpServer;
import io.dialgate.runtime.bridges.Bridges;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** Dialgate, running against a broker and a registry: the composition root. */
public final class Service implements AutoCloseable {

  private final Closing closing;
  private final URI http;

  private Service(Closing closing, URI http) {
    this.closing = closing;
    this.http = http;
  }

  /**
   * Starts everything, and returns once it runs; if anything fails, what was started is closed again.
   *
   * @param progress is told what is going on, in words
   * @throws Unreachable if the broker, the registry or a port cannot be had
   * @throws Refused if the topics on the broker do not fit
   */
  public static Service start(Settings settings, Cluster cluster, String version, InstantSource clock,
      Consumer<String> progress) throws InterruptedException {
    if (settings.roles().contains(Role.BRIDGE)) {
      Bridges.check(settings.bridges());
    }
    var closing = new Closing();
    try {
      Foundation foundation = Foundation.lay(settings, cluster, clock, progress, closing);
      Workers workers = Workers.start(foundation, progress);
      HttpServer server = Doors.open(foundation, workers, version);
      workers.awaitRunning();
      return new Service(closing, server.url());
    } catch (RuntimeException | InterruptedException e) {
      closing.close();
      throw e;
    }
  }

  /** Whether the API asks for no key: only where nobody but this machine can reach it, nor the broker behind it. */
  public static boolean open(Settings settings) {
    return Doors.areOpen(settings);
  }

  /** Where the API answers. */
  public URI http() {
    return http;
  }

  @Override
  public void close() {
    closing.close();
  }
}
