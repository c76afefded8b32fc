package io.dialgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.dialgate.bench.AuditBench;
import io.dialgate.bench.Bench;
import io.dialgate.bench.DecideBench;
import io.dialgate.bench.HttpBench;
import io.dialgate.bench.LatencyBench;
import io.dialgate.bench.LoadBench;
import io.dialgate.bench.OptOutBench;
import io.dialgate.bench.Report;
import io.dialgate.bench.RiskBench;
import io.dialgate.bench.ScrubBench;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;

/** {@code bench}: the benchmarks. */
@Command(name = "bench", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "BENCHMARK", description = {
    "Measures the real application against plain Kafka Streams, on a broker of its own, in turns.",
    "Each prints minimum, median and maximum of its rounds, and the ratio to the baseline; --out keeps them as JSON."})
final class BenchVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a BENCHMARK, but got none");
  }

  @Command(name = "decide", mixinStandardHelpOptions = true, description = "Decisions per second, the audit apart and with it.")
  int decide(@Mixin Output output, @Mixin Results results,
      @Option(names = "--entries", defaultValue = "1000000", paramLabel = "N", description = "Numbers on the list (default: 1000000).") int entries,
      @Option(names = "--requests", defaultValue = "300000", paramLabel = "N", description = "Requests a round (default: 300000).") int requests,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds,
      @Option(names = "--audit-apart", description = "Measure with the audit apart only.") boolean auditApart,
      @Option(names = "--remembering", description = "Measure also the naive join that remembers each request and has the gate's inputs: where the limit of Kafka Streams lies.") boolean remembering,
      @Option(names = "--law", description = "Measure also under the shipped law, every hour open, beside lists only.") boolean law) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new DecideBench(entries, requests, rounds, !auditApart, remembering, law).run(bench),
          output);
    }
  }

  @Command(name = "latency", mixinStandardHelpOptions = true, description = "From request to decision, at a steady rate.")
  int latency(@Mixin Output output, @Mixin Results results,
      @Option(names = "--entries", defaultValue = "1000000", paramLabel = "N", description = "Numbers on the list (default: 1000000).") int entries,
      @Option(names = "--rate", defaultValue = "1000", paramLabel = "N", description = "Requests a second (default: 1000).") int rate,
      @Option(names = "--seconds", defaultValue = "15", paramLabel = "N", description = "Length of a round (default: 15).") int seconds,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new LatencyBench(entries, rate, Duration.ofSeconds(seconds), rounds).run(bench), output);
    }
  }

  @Command(name = "audit", mixinStandardHelpOptions = true, description = "What the audit costs in decisions per second, and how soon a decision is under a signed head.")
  int audit(@Mixin Output output, @Mixin Results results,
      @Option(names = "--entries", defaultValue = "1000000", paramLabel = "N", description = "Numbers on the list (default: 1000000).") int entries,
      @Option(names = "--requests", defaultValue = "300000", paramLabel = "N", description = "Requests a round (default: 300000).") int requests,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds,
      @Option(names = "--rate", defaultValue = "2000", paramLabel = "N", description = "Requests a second of the steady part (default: 2000).") int rate,
      @Option(names = "--seconds", defaultValue = "15", paramLabel = "N", description = "Length of a round of it (default: 15).") int seconds) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new AuditBench(entries, requests, rounds, rate, Duration.ofSeconds(seconds)).run(bench),
          output);
    }
  }

  @Command(name = "http", mixinStandardHelpOptions = true, description = "Dial checks over HTTP beside the same over Kafka, and look-ups beside a route that only answers.")
  int http(@Mixin Output output, @Mixin Results results,
      @Option(names = "--entries", defaultValue = "100000", paramLabel = "N", description = "Numbers on the lists (default: 100000).") int entries,
      @Option(names = "--rate", defaultValue = "500", paramLabel = "N", description = "Dial checks a second of the steady part (default: 500).") int rate,
      @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "Length of each part of a round (default: 10).") int seconds,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds)
      throws InterruptedException, ExecutionException {
    try (var bench = Bench.start(output::progress)) {
      var reports = new HttpBench(entries, rate, Duration.ofSeconds(seconds), rounds).run(bench);
      return results.print(reports, output);
    }
  }

  @Command(name = "opt-out", mixinStandardHelpOptions = true, description = "Whether the very next request sees an opt-out, and how soon a call is recalled.")
  int optOut(@Mixin Output output, @Mixin Results results,
      @Option(names = "--people", defaultValue = "10000", paramLabel = "N", description = "People who opt out (default: 10000).") int people)
      throws InterruptedException {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new OptOutBench(people).run(bench), output);
    }
  }

  @Command(name = "risk", mixinStandardHelpOptions = true, description = "Transactions scored per second, the time to an assessment, and the bytes kept of a customer, against the DSL's sliding windows.")
  int risk(@Mixin Output output, @Mixin Results results,
      @Option(names = "--customers", defaultValue = "10000", paramLabel = "N", description = "Customers (default: 10000).") int customers,
      @Option(names = "--transactions", defaultValue = "50000", paramLabel = "N", description = "Transactions a round (default: 50000).") int transactions,
      @Option(names = "--rate", defaultValue = "1000", paramLabel = "N", description = "Transactions a second, for the time to an assessment (default: 1000).") int rate,
      @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "Length of such a round (default: 10).") int seconds,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new RiskBench(customers, transactions, rate, Duration.ofSeconds(seconds), rounds).run(bench),
          output);
    }
  }

  @Command(name = "load", mixinStandardHelpOptions = true, description = "Rows of a registry's full list, from the file until they are in the table; bytes an entry; time for 258.5 million.")
  int load(@Mixin Output output, @Mixin Results results,
      @Option(names = "--rows", defaultValue = "1000000", paramLabel = "N", description = "Rows of the list (default: 1000000).") int rows,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new LoadBench(rows, rounds).run(bench), output);
    }
  }

  @Command(name = "scrub", mixinStandardHelpOptions = true, description = "Rows of a contact list, from the file until they are in the clean and the rejected rows, against asking about one number at a time.")
  int scrub(@Mixin Output output, @Mixin Results results,
      @Option(names = "--entries", defaultValue = "1000000", paramLabel = "N", description = "Numbers on the list (default: 1000000).") int entries,
      @Option(names = "--rows", defaultValue = "300000", paramLabel = "N", description = "Rows of the contact list (default: 300000).") int rows,
      @Option(names = "--naive-rows", defaultValue = "500", paramLabel = "N", description = "Rows that are asked about one at a time (default: 500).") int naiveRows,
      @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds after the warm-up (default: 5).") int rounds) {
    try (var bench = Bench.start(output::progress)) {
      return results.print(new ScrubBench(entries, rows, naiveRows, rounds).run(bench), output);
    }
  }

  /** Where the figures go. */
  static final class Results {

    @Option(names = "--out", paramLabel = "FILE", description = "Keep the figures as JSON in this file.")
    private @Nullable Path file;

    int print(Report report, Output output) {
      output.print(report.json(), report.words());
      return keep(report.json());
    }

    int print(List<Report> reports, Output output) {
      reports.forEach(report -> output.print(report.json(), report.words()));
      return keep(reports.stream().map(Report::json).toList());
    }

    private int keep(Object json) {
      if (file != null) {
        try {
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
        } catch (IOException e) {
          throw new UncheckedIOException("expected to write %s, but got '%s'".formatted(file, e.getMessage()), e);
        }
      }
      return ExitCode.DONE;
    }
  }
}
