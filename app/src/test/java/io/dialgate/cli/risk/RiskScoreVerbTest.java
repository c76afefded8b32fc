package io.dialgate.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import io.dialgate.cli.Dialgate;
import io.dialgate.rules.DefaultModel;
import io.dialgate.rules.PolicyReader;

class RiskScoreVerbTest {

  private static final String LINE = """
      {"eventType":"e","data":{"interactionId":"i","transactionId":"%s","amount":%s,"customerId":"c","timestamp":"%s"}}""";

  @TempDir
  private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("in.jsonl");
  }

  @Test
  void shouldScoreABurstInOrder() throws IOException {
    // given
    var lines = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      lines.add(LINE.formatted("t" + i, "100", "2026-09-01T15:%02d:00Z".formatted(i)));
    }
    Files.write(file, lines);

    // when
    int code = run("risk", "score", file.toString(), "--json");

    // then
    assertThat(code).isZero();
    assertThat(documents()).extracting(it -> it.get("score").asInt()).containsExactly(25, 25, 40, 40, 40, 50);
    assertThat(documents()).extracting(it -> it.at("/contributions/2/observed").asText()).containsExactly("1", "2", "3",
        "4", "5", "6");
    assertThat(documents()).allSatisfy(it -> {
      assertThat(it.get("category").asText()).isEqualTo("standard");
      assertThat(it.get("flag").asText()).isEqualTo("LOW");
      assertThat(it.get("model").asText()).isEqualTo(PolicyReader.hash(DefaultModel.document()));
    });
  }

  @Test
  void shouldScoreEveryCustomerAsOfTheTierThatIsNamed() throws IOException {
    // given
    Files.writeString(file, LINE.formatted("t", "1", "2026-09-01T15:00:00Z"));

    // when
    int code = run("risk", "score", file.toString(), "--tier", "new");

    // then
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("HIGH  t  of c: 1 USD scores 30, threshold 30 (new_customer)")
        .contains("+20  tier             new", "+10  amount           1 USD", "+0  count_1h         1");
  }

  @Test
  void shouldGoOnAfterABadLineAndEndWithTwo() throws IOException {
    // given
    String good = LINE.formatted("t", "1", "2026-09-01T15:00:00Z");
    byte[] notUtf8 = {'{', (byte) 0xFF, '}', '\n'};
    Files.write(file, concat((good + "\nnonsense\n\n").getBytes(StandardCharsets.UTF_8), notUtf8,
        LINE.formatted("u", "1", "2026-09-01T15:00:00Z").getBytes(StandardCharsets.UTF_8)));

    // when
    int code = run("risk", "score", file.toString(), "--json");

    // then
    assertThat(code).isEqualTo(2);
    assertThat(documents()).hasSize(4);
    assertThat(documents().get(1).get("line").asInt()).isEqualTo(2);
    assertThat(documents().get(1).get("error").asText()).startsWith("expected JSON, but got").endsWith("line 2");
    assertThat(documents().get(2).get("line").asInt()).isEqualTo(4);
    assertThat(documents().get(2).get("error").asText()).startsWith("expected UTF-8 text");
    assertThat(documents().get(3).at("/contributions/2/observed").asText()).isEqualTo("2");
  }

  @Test
  void shouldAnswerARepeatedTransactionAsBefore() throws IOException {
    // given
    Files.write(file, List.of(LINE.formatted("t", "1", "2026-09-01T15:00:00Z"),
        LINE.formatted("u", "1", "2026-09-01T15:00:01Z"), LINE.formatted("t", "99999", "2026-09-01T15:00:02Z")));

    // when
    run("risk", "score", file.toString(), "--json");

    // then
    assertThat(documents()).hasSize(3);
    assertThat(documents().get(2)).isEqualTo(documents().get(0));
  }

  @Test
  void shouldTellAnEventThatIsTooLate() throws IOException {
    // given
    Files.write(file, List.of(LINE.formatted("t", "1", "2026-09-01T15:00:00Z"),
        LINE.formatted("u", "1", "2026-09-01T14:54:59.999999Z"), LINE.formatted("v", "1", "2026-09-01T14:55:00Z")));

    // when
    int code = run("risk", "score", file.toString(), "--json");

    // then
    assertThat(code).isZero();
    assertThat(documents().get(1).get("status").asText()).isEqualTo("TOO_LATE");
    assertThat(documents().get(1).get("line").asInt()).isEqualTo(2);
    assertThat(documents().get(2).get("score").asInt()).isEqualTo(25);
  }

  @Test
  void shouldScoreWithAnotherModel() throws IOException {
    // given
    Files.writeString(file, LINE.formatted("t", "1", "2026-09-01T15:00:00Z"));
    Path model = folder.resolve("strict.yaml");
    Files.writeString(model, "format: 1\nmodel: strict\nbase: %s\nthresholds: {standard: 25}\n"
        .formatted(PolicyReader.hash(DefaultModel.document())));

    // when
    run("risk", "score", file.toString(), "--json", "--model", model.toString());

    // then
    assertThat(documents().getFirst().get("flag").asText()).isEqualTo("HIGH");
    assertThat(documents().getFirst().get("threshold").asInt()).isEqualTo(25);
    assertThat(documents().getFirst().get("model").asText()).isEqualTo(PolicyReader.hash(Files.readAllBytes(model)));
  }

  @Test
  void shouldRefuseWhatItCannotStartWith() throws IOException {
    // given
    Files.writeString(folder.resolve("broken.yaml"), "format: 2");
    Files.writeString(file, "");

    // when / then
    assertThat(run("risk", "score", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run("risk", "score", file.toString(), "--tier", "gold")).isEqualTo(2);
    assertThat(run("risk", "score", file.toString(), "--model", folder.resolve("broken.yaml").toString())).isEqualTo(2);
    assertThat(run("risk")).isEqualTo(2);
    assertThat(err.toString()).contains("to have a payload on each line, but it cannot be read",
        "expected --tier to be one of new, standard, premium, but got 'gold'; name another",
        "broken.yaml:1: expected", "expected WHAT to do with risk, but got none");
    assertThat(out.toString()).isEmpty();
  }

  private List<JsonNode> documents() throws IOException {
    var documents = new ArrayList<JsonNode>();
    for (String line : out.toString().lines().toList()) {
      documents.add(new ObjectMapper().readTree(line));
    }
    return documents;
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private int run(String... arguments) {
    CommandLine commandLine = Dialgate.commandLine(Map.of());
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
