package io.dialgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.Unreachable;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldExplainItself() {
    // when
    int code = run(Map.of(), "--help");

    // then
    assertThat(code).isZero();
    assertThat(out.toString()).contains("dialgate", "VERB", "version", "Exit codes:", "3   could not reach something");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      chekc         | dialgate: expected a known verb or option, but got 'chekc'; 'dialgate --help' lists what there is
      --jason       | dialgate: expected a known verb or option, but got '--jason'; 'dialgate --help' lists what there is
      version --js  | dialgate: expected a known option or fewer words, but got '--js'; 'dialgate version --help' lists
      ''            | dialgate: expected a VERB, but got none; 'dialgate --help' lists what there is
      settings --settings | dialgate: Missing required parameter for option '--settings' (FILE); 'dialgate settings --help'
      """)
  void shouldSayInOneLineWhatIsWrongWithUsage(String arguments, String sentence) {
    // when
    int code = run(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" "));

    // then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().strip()).startsWith(sentence).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldEndWithTwoWhenSettingIsWrong() {
    // when
    int code = run(Map.of("DIALGATE_HTTP_PORT", "x"), "settings");

    // then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith("dialgate: expected http.port to be a port").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldPrintOneJsonDocumentForPrograms() {
    // when
    int code = run(Map.of(), "version", "--json");

    // then
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("{\"version\":\"").doesNotContain("${").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"refused, 2, dialgate: no", "unreachable, 3, dialgate: gone",
      "unresolved, 3, dialgate: expected Kafka to answer",
      "bug, 3, dialgate: expected to succeed, but got java.lang.IllegalStateException: x"})
  void shouldTurnExceptionIntoSentenceAndCode(String kind, int expected, String sentence) {
    // when
    int code = run(Map.of(), "fail", kind);

    // then
    assertThat(code).isEqualTo(expected);
    assertThat(err.toString()).startsWith(sentence).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy show", "check +14155550101"})
  void shouldSayInOneLineAndSoonThatThereIsNoBroker(String verb) {
    // given
    Map<String, String> nowhere = Map.of("DIALGATE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
        "DIALGATE_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1");

    // when
    long start = System.nanoTime();
    int code = run(nowhere, verb.split(" "));

    // then
    assertThat(code).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("dialgate: expected a Kafka broker at 127.0.0.1:1, but got 'Connection refused' for 5 s")
        .hasLineCount(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void shouldPrintNoColoursToAnythingButTerminal() {
    // when
    run(Map.of(), "paint");

    // then
    assertThat(out.toString().strip()).isEqualTo("SUPPRESS a@ |red b|@?");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine commandLine = Dialgate.commandLine(environment);
    commandLine.addSubcommand(new Fail()).addSubcommand(new Paint());
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    commandLine.setExecutionExceptionHandler(ExitCode::explain).setParameterExceptionHandler(ExitCode::explainUsage);
    return commandLine.execute(arguments);
  }

  @Command(name = "fail")
  private static final class Fail implements Runnable {

    @CommandLine.Parameters
    private String kind = "";

    @Override
    public void run() {
      throw switch (kind) {
        case "refused" -> new Refused("no");
        case "unreachable" -> new Unreachable("gone");
        case "unresolved" -> unresolved();
        default -> new IllegalStateException("x");
      };
    }
  }

  /** What Kafka itself throws when no broker's name is known. */
  private static RuntimeException unresolved() {
    try {
      Admin.create(Map.of("bootstrap.servers", "nowhere.invalid:9092")).close();
      return new IllegalStateException("expected Kafka to refuse");
    } catch (KafkaException refused) {
      return refused;
    }
  }

  @Command(name = "paint")
  private static final class Paint implements Runnable {

    @CommandLine.Mixin
    private Output output = new Output();

    @Override
    public void run() {
      output.print(Map.of(), "@|bold,red SUPPRESS|@ " + Output.plain("a@|red b|@\u001b"));
    }
  }
}
