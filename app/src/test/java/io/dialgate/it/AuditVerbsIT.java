package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The audit from the command line, against a gate that runs as a newcomer starts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditVerbsIT {

  private static final String NUMBER = "+15045550143";
  private static final String THIRD = "+15045550199";
  private static final String OTHER = "+15045550144";

  @TempDir
  static Path folder;

  private OwnGate gate;

  @BeforeAll
  void start() {
    gate = OwnGate.start(folder, Map.of());
  }

  @AfterAll
  void stop() throws Exception {
    gate.stop();
  }

  @Test
  void shouldProveWhatWasDecidedToSomebodyWhoTrustsOnlyTheKey() throws Exception {
    // given
    String request = gate.verb("check", NUMBER, "--json").json().get("requestId").asText();
    gate.verb("opt-out", NUMBER).done();
    assertThat(gate.verb("check", NUMBER, OTHER).code()).as("one of them has opted out").isEqualTo(1);
    List<String> keys = lines(gate.verb("audit", "key").done()).toList();
    assertThat(keys).hasSize(6);

    // when: an entry is proven
    JsonNode proven = gate.verb("audit", "prove", "--request", request, "--out", "proofs", "--json").json();

    // then: offline, with no gate in sight, and with the key of its log alone
    int log = Integer.parseInt(last(proven.get("content").get("log").asText(), "/"));
    String proof = proven.get("proof").asText();
    String entry = proven.get("entry").asText();
    assertThat(proven.get("content").get("event").get("requestId").asText()).isEqualTo(request);
    Verb offline = Verb.run(folder, Map.of(), "audit", "check-proof", proof, entry, "--key", keys.get(log));
    assertThat(offline.code()).as(offline.err()).isZero();
    assertThat(offline.out()).contains("PROVEN", "dial-decisions about " + NUMBER);

    // and: neither another entry, nor another proof, nor another log's key
    byte[] bytes = Files.readAllBytes(folder.resolve(entry));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("altered.entry"), bytes);
    assertBroken(offline("check-proof", proof, "altered.entry", "--key", keys.get(log)));
    String text = Files.readString(folder.resolve(proof));
    Files.writeString(folder.resolve("altered.tlog-proof"), text.replaceFirst("index \\d+", "index 7"));
    assertBroken(offline("check-proof", "altered.tlog-proof", entry, "--key", keys.get(log)));
    assertBroken(offline("check-proof", proof, entry, "--key", keys.get((log + 1) % 6)));
    assertThat(offline("check-proof", proof, "nowhere.entry", "--key", keys.get(log)).code()).isEqualTo(2);
    assertThat(offline("check-proof", proof, entry, "--key", "no key").code()).isEqualTo(2);

    // and: all that is known about the number
    List<JsonNode> history = documents(gate.verb("audit", "history", NUMBER, "--json"));
    assertThat(history).filteredOn(one -> one.has("type")).extracting(one -> one.get("type").asText())
        .startsWith("dial-decisions", "opt-out-dispositions").endsWith("dial-decisions");
    assertThat(history).filteredOn(one -> one.has("type")).allMatch(one -> one.get("proven").asBoolean());
    assertThat(history.getLast().get("standing").toString()).contains("CUSTOMER_REQUEST");
  }

  @Test
  void shouldVerifyTopicFolderAndAddressAndFindWhatWasAltered() throws Exception {
    // given
    long before = signed();
    ask(40);
    awaitSigned(before + 41);

    // when / then: each of the three ways
    Verb topic = gate.verb("audit", "verify", "--recompute", "--json");
    assertThat(topic.code()).as(topic.out() + topic.err()).isZero();
    List<JsonNode> logs = documents(topic);
    assertThat(logs).filteredOn(one -> one.has("whole")).hasSize(6).allMatch(one -> one.get("whole").asBoolean());
    assertThat(logs.stream().filter(one -> one.has("size")).mapToLong(one -> one.get("size").asLong()).sum())
        .isGreaterThanOrEqualTo(41);
    assertThat(logs).filteredOn(one -> one.has("decisions")).singleElement()
        .satisfies(one -> assertThat(one.get("decisions").asInt()).isGreaterThanOrEqualTo(41));
    gate.verb("audit", "verify", "--url", gate.http() + "/v1/audit").done();
    gate.verb("audit", "export", "--dir", "export").done();
    gate.verb("audit", "verify", "--dir", "export").done();

    // when: it has grown
    Path kept = Files.copy(folder.resolve("export/0/checkpoint"), folder.resolve("kept"));
    ask(40);
    awaitSigned(before + 82);
    gate.verb("audit", "export", "--dir", "export").done();

    // then: it goes on where it was, and contains what somebody has kept
    gate.verb("audit", "verify", "--dir", "export").done();
    gate.verb("audit", "verify", "--dir", "export", "--log", "0", "--checkpoint", kept.toString()).done();

    // when: one byte of one entry is altered
    Path bundle = largestBundle();
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 0x20;
    Files.write(bundle, bytes);

    // then: it says which
    Verb altered = gate.verb("audit", "verify", "--dir", "export");
    assertThat(altered.code()).isEqualTo(1);
    assertThat(altered.out()).contains("BROKEN", "first at entry", "tile/entries/", "expected leaf hash");
    assertThat(Stream.of(altered.out().split("\n")).filter(line -> line.startsWith("WHOLE"))).hasSize(5);
  }

  @Test
  void shouldSayWhatIsWrongWithACommandLine() {
    assertThat(gate.verb("audit", "verify", "--dir", "a", "--url", "http://127.0.0.1:1").err())
        .contains("but got both");
    assertThat(gate.verb("audit", "verify", "--dir", "a", "--recompute").code()).isEqualTo(2);
    assertThat(gate.verb("audit", "verify", "--dir", "nowhere").code()).isEqualTo(3);
    assertThat(gate.verb("audit", "verify", "--url", "http://127.0.0.1:1").code()).isEqualTo(3);
    assertThat(gate.verb("audit", "prove").err()).contains("--request");
    assertThat(gate.verb("audit", "prove", "--index", "-1").code()).isEqualTo(2);
    assertThat(gate.verb("audit", "prove", "--request", "never-asked").err())
        .contains("expected a decision about request");
    assertThat(gate.verb("audit", "history", "Mars").err()).contains("expected NUMBER to be a number");
    Verb acl = gate.verb("acl", "--principal", "User:o'hara");
    assertThat(acl.out()).contains("--deny-principal 'User:*' --topic 'dialgate.audit' --operation Delete",
        "'User:o'\\''hara'");
  }

  private void ask(int count) {
    List<String> words = new ArrayList<>(List.of("check", "--json"));
    for (int i = 0; i < count; i++) {
      words.add("+1504555%04d".formatted(100 + i));
    }
    words.add(THIRD);
    assertThat(gate.verb(words.toArray(String[]::new)).code()).isBetween(0, 1);
  }

  /** Heads are signed once a second. */
  private void awaitSigned(long entries) {
    await().atMost(Duration.ofSeconds(60)).until(() -> signed() >= entries);
  }

  private long signed() {
    return IntStream.range(0, 6).mapToLong(this::signed).sum();
  }

  /** The second line of a checkpoint is its size. */
  private long signed(int log) {
    URI checkpoint = URI.create(gate.http() + "/v1/audit/" + log + "/checkpoint");
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(checkpoint).build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Long.parseLong(answer.body().lines().skip(1).findFirst().orElseThrow()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path largestBundle() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("export"))) {
      return files.filter(file -> file.toString().contains("/entries/") && Files.isRegularFile(file))
          .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length())).orElseThrow();
    }
  }

  private Verb offline(String... words) {
    return Verb.run(folder, Map.of(), Stream.concat(Stream.of("audit"), Stream.of(words)).toArray(String[]::new));
  }

  private static void assertBroken(Verb verb) {
    assertThat(verb.code()).as(verb.out() + verb.err()).isEqualTo(1);
    assertThat(verb.out()).contains("NOT PROVEN");
  }

  private static Stream<String> lines(Verb verb) {
    return verb.out().lines();
  }

  private static List<JsonNode> documents(Verb verb) {
    return lines(verb).map(line -> {
      try {
        return new ObjectMapper().readTree(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }).toList();
  }

  private static String last(String text, String separator) {
    return text.substring(text.lastIndexOf(separator) + 1);
  }
}
