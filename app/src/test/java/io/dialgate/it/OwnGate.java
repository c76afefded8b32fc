package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A gate that runs as a newcomer starts it, with a broker and a registry of its own; and the verbs that are given to it. */
final class OwnGate {

  private final UpProcess up;
  private final JsonNode ready;
  private final Path folder;
  private final Map<String, String> environment;

  private OwnGate(UpProcess up, JsonNode ready, Path folder, Path data) {
    this.up = up;
    this.ready = ready;
    this.folder = folder;
    this.environment = Map.of("DIALGATE_KAFKA_BOOTSTRAP_SERVERS", ready.get("kafka").asText(),
        "DIALGATE_SCHEMA_REGISTRY_URL", ready.get("registry").asText(), "DIALGATE_HTTP_URL", ready.get("http").asText(),
        "DIALGATE_DATA_DIR", data.toString());
  }

  /**
   * Starts it, and returns when it is ready.
   *
   * @param folder has its data, and is where the verbs run
   * @param environment its settings
   */
  static OwnGate start(Path folder, Map<String, String> environment) {
    Path data = folder.resolve("data");
    UpProcess up = UpProcess.start(data, environment, "--kafka-port", "0", "--registry-port", "0", "--http-port", "0");
    try {
      return new OwnGate(up, up.awaitReady(), folder, data);
    } catch (RuntimeException | AssertionError e) {
      up.close();
      throw e;
    }
  }

  /** The base of its API. */
  String http() {
    return ready.get("http").asText();
  }

  /** Runs a verb to its end. */
  Verb verb(String... words) {
    return Verb.run(folder, environment, words);
  }

  /** Ends it in order, so that its broker is gone before its folder is. */
  void stop() throws IOException, InterruptedException {
    try {
      assertThat(up.stop()).as(up.complaint()).isZero();
    } finally {
      up.close();
    }
  }
}
