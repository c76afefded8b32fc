package io.dialgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.dialgate.lists.Areas;
import io.dialgate.lists.layout.Layouts;
import io.dialgate.runtime.registry.ImportOptions;
import io.dialgate.runtime.registry.RegistryImport;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.Topics;

/**
 * How fast a registry's full list comes from its file into the table, and how many bytes an entry takes there.
 *
 * <p>Each round begins with an application that has nothing. Ours imports the file as {@code registry import} does, until it
 * says that it is in force; the naive way reads a line, sends a record with the client's default settings, and ends when the plain
 * join has committed the last one.
 *
 * @param rows of the list
 * @param rounds how often, in turns
 */
public record LoadBench(int rows, int rounds) {

  private static final String RATE = "rows per second";
  private static final String BYTES = "bytes an entry in the store";
  private static final String HOURS = "hours for 258.5 million";
  private static final String RESIDENT = "resident MiB of the application";
  private static final String IMPORTER = "resident MiB of who loads";
  private static final double US_REGISTRY = 258.5e6;
  private static final double SECONDS_AN_HOUR = 3_600;
  private static final double NANOS = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BENCH = "bench";

  /** Runs it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    Path list = write(bench.folder().resolve("full-list.txt"));
    for (int round = 0; round <= rounds; round++) {
      bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
      // The warm-up is not counted.
      var into = round == 0 ? new Figures() : figures;
      naive(bench, "naive%d.".formatted(round), list, into);
      dialgate(bench, "dialgate%d".formatted(round), list, into);
    }
    return new Report("load", toString(), figures, bench.memory());
  }

  private void naive(Bench bench, String prefix, Path list, Figures figures) {
    bench.createTopics(prefix);
    Path state = Contestant.stateOfNaive(bench, prefix);
    try (var contestant = Contestant.naive(bench, prefix); var progress = new Progress(bench)) {
      long start = System.nanoTime();
      String topic = Topics.DNC_ENTRIES.name(prefix);
      try (var sender = Sender.plain(bench); BufferedReader lines = Files.newBufferedReader(list)) {
        sender.sendAll(topic, lines.lines().map(line -> Workload.record("+1" + line.replace(",", ""))),
            record -> record.getNumber());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      progress.awaitConsumed(contestant, topic);
      note(bench, figures, contestant, start);
    }
    measure(figures, "naive", state);
  }

  private void dialgate(Bench bench, String name, Path list, Figures figures) {
    Path data = bench.folder().resolve(name + "-data");
    try (var contestant = Contestant.dialgate(bench, name, "gate")) {
      Settings settings = Settings.load(Optional.empty(), Map.of(),
          List.of(Setting.option(BENCH, "topics.prefix", contestant.prefix()),
              Setting.option(BENCH, "application.id.prefix", name + "-"),
              Setting.option(BENCH, "data.dir", bench.folder().resolve(name + "-import").toString())));
      var options = new ImportOptions(Layouts.shipped("us-ftc"), Areas.EVERY, Optional.empty(),
          new ImportOptions.Limits(0, 0, false), false, BENCH, PATIENCE);
      long start = System.nanoTime();
      new RegistryImport(settings, new Cluster(bench.bootstrapServers(), bench.registryUrl()), options,
          new StageTimes(bench))
          .run(List.of(list));
      note(bench, figures, new Contestant("dialgate", contestant.prefix(), contestant.group(), contestant.process()),
          start);
    }
    measure(figures, "dialgate", data);
  }

  private void note(Bench bench, Figures figures, Contestant contestant, long start) {
    double rate = rows / ((System.nanoTime() - start) / NANOS);
    figures.add(RATE, contestant.name(), rate);
    figures.add(HOURS, contestant.name(), US_REGISTRY / rate / SECONDS_AN_HOUR);
    figures.add(RESIDENT, contestant.name(), contestant.memory() / MEBIBYTE);
    figures.add(IMPORTER, contestant.name(), bench.memory().getOrDefault("bench", 0L) / MEBIBYTE);
  }

  /** When it has ended, everything is in its sorted tables. */
  private void measure(Figures figures, String name, Path state) {
    figures.add(BYTES, name, size(state, path -> path.toString().endsWith(".sst")) / (double) rows);
  }

  private static long size(Path folder, Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(which).mapToLong(path -> path.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(Path list) {
    var workload = new Workload(rows);
    try (var out = Files.newBufferedWriter(list)) {
      for (int i = 0; i < rows; i++) {
        String number = workload.listed(i);
        out.write(number.substring(2, 5) + "," + number.substring(5) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }
}
