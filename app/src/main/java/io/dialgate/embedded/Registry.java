package io.dialgate.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A schema registry (Apicurio) that speaks Confluent's API, on an H2 database in a file. */
final class Registry {

  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final String CONFLUENT_API = "/apis/ccompat/v7";
  private static final int OK = 200;
  /** Its health and metrics, which nobody asks for: else on every interface, on port 9000, which only one could have. */
  private static final String MANAGEMENT_HOST = "-Dquarkus.management.host=127.0.0.1";
  private static final String MANAGEMENT_PORT = "-Dquarkus.management.port=0";
  /** Else JBoss Threads fails on some of its threads (JDK 24 and later), at a moment of its own, beside the error that counts. */
  private static final String THREAD_LOCALS = "--add-opens=java.base/java.lang=ALL-UNNAMED";
  /** Relative to the data folder, so that no character of its path can be misread. */
  private static final String DATABASE = "-Dapicurio.datasource.url=jdbc:h2:file:./registry/db";

  private Registry() {}

  /** Starts it on data that may be there already; it answers later. */
  static Child start(Path data, int port) {
    var jvm = new ArrayList<>(SharedClasses.options("registry"));
    jvm.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port, MANAGEMENT_HOST, MANAGEMENT_PORT, "-Dquarkus.log.level=WARN", DATABASE,
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", THREAD_LOCALS));
    return Child.start(new Child.Program("registry", jvm, ClassPath.registry(),
        List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint")), data);
  }

  /** Under which {@code /subjects} answers. */
  static URI confluentBase(int port) {
    return URI.create("http://127.0.0.1:" + port + CONFLUENT_API);
  }

  static void awaitReady(Child registry, int port) {
    Sockets.awaitOpen(registry, "127.0.0.1:" + port, READY_WITHIN);
    try (var client = HttpClient.newHttpClient()) {
      HttpRequest subjects = HttpRequest.newBuilder(URI.create(confluentBase(port) + "/subjects"))
          .timeout(ANSWER_WITHIN).build();
      registry.await(() -> answers(client, subjects), READY_WITHIN);
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
