package io.dialgate.cli.shell;

import java.io.PrintWriter;
import java.io.UncheckedIOException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import io.dialgate.embedded.EmbeddedFailure;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.Unreachable;
import io.dialgate.wire.registry.RegistryUnreachableException;

/** How the process ends: the one place where an exception becomes a sentence and a code. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** Found what was asked for, and it is bad: a suppressed number, a broken log. Verbs return it, nothing throws it. */
  public static final int BAD_NEWS = 1;

  /** The command line, a setting or a file is wrong. */
  public static final int USAGE = 2;

  /** Something could not be reached; or Dialgate itself failed, which must not look like bad news. */
  public static final int UNREACHABLE = 3;

  private static final Logger LOG = LoggerFactory.getLogger(ExitCode.class);

  private ExitCode() {}

  /** A verb ended with an exception. */
  public static int explain(Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof ParameterException usage) {
      return explainUsage(usage, parsed.originalArgs().toArray(String[]::new));
    }
    if (!foreseen(failure)) {
      LOG.atError().addKeyValue("verb", commandLine.getCommandName()).setCause(failure).log("verb failed");
    }
    err.println("dialgate: " + sentence(failure));
    err.flush();
    return failure instanceof Refused ? USAGE : UNREACHABLE;
  }

  /** The command line cannot be understood. */
  public static int explainUsage(ParameterException failure, String[] arguments) {
    CommandLine commandLine = failure.getCommandLine();
    String told = failure.getMessage();
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String expected = commandLine.getParent() == null ? "a known verb or option" : "a known option or fewer words";
      told = "expected %s, but got '%s'".formatted(expected, unmatched.getUnmatched().getFirst());
    }
    PrintWriter err = commandLine.getErr();
    err.println("dialgate: %s; '%s --help' lists what there is".formatted(told,
        commandLine.getCommandSpec().qualifiedName()));
    err.flush();
    return USAGE;
  }

  private static boolean foreseen(Exception failure) {
    return failure instanceof Refused || failure instanceof Unreachable || failure instanceof UncheckedIOException
        || failure instanceof RegistryUnreachableException || failure instanceof EmbeddedFailure || silent(failure);
  }

  /** No broker answers; or none can even be asked, since its name is unknown, which Kafka's clients call a wrong setting. */
  private static boolean silent(Exception failure) {
    return failure instanceof RetriableException
        || (failure instanceof KafkaException && failure.getCause() instanceof ConfigException);
  }

  private static String sentence(Exception failure) {
    if (silent(failure)) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return "expected Kafka to answer, but got '%s'; check kafka.bootstrap.servers and the brokers"
          .formatted(cause.getMessage());
    }
    return foreseen(failure)
        ? String.valueOf(failure.getMessage())
        : "expected to succeed, but got %s; please report it with the log above".formatted(failure);
  }
}
