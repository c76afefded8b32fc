package io.dialgate.cli.shell;

import java.io.PrintWriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * What a verb prints: words for a person or, with {@code --json}, one JSON document a line for a program, on the standard
 * output; progress on the standard error. Use as {@code @Mixin Output output}.
 */
public final class Output {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--json", description = "Print JSON, one document a line, for a program to read.")
  private boolean json;

  @Spec(Target.MIXEE)
  private CommandSpec verb;

  /** Whether a program reads the output. */
  public boolean json() {
    return json;
  }

  /**
   * Prints one result.
   *
   * @param document what Jackson turns into JSON: a map, a record, a list
   * @param words the same for a person; picocli's markup ({@code @|bold,red …|@}) becomes colour on a terminal and nothing
   * elsewhere. Text from outside goes through {@link #plain} first
   */
  public void print(Object document, String words) {
    if (json) {
      out().println(write(document));
    } else {
      out().println(styled(words));
    }
    out().flush();
  }

  /** Tells a person what is going on, on the standard error, so that the output stays clean. */
  public void progress(String words) {
    verb.commandLine().getErr().println(styled(words));
    verb.commandLine().getErr().flush();
  }

  /** Text from outside, so that nothing in it is taken for markup or steers the terminal. */
  public static String plain(String text) {
    return text.replace("@|", "@ |").replaceAll("\\p{Cntrl}", "?");
  }

  private String styled(String words) {
    return verb.commandLine().getColorScheme().ansi().string(words);
  }

  private PrintWriter out() {
    return verb.commandLine().getOut();
  }

  private static String write(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("expected a document that JSON can hold", impossible);
    }
  }
}
