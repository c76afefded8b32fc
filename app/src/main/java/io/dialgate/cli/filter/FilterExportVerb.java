package io.dialgate.cli.filter;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Outputs;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.cli.shell.StageBars;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.OutputFile;
import io.dialgate.lists.filter.BloomFilter;
import io.dialgate.lists.filter.FilterFile;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.filter.FilterExport;
import io.dialgate.runtime.metrics.FilterMetrics;
import io.dialgate.runtime.settings.Settings;

/** {@code filter export}: what is on any list, as a Bloom filter over hashes. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
    "Writes a filter of every number that is on any list at this moment, reads back that it holds each, and measures how often",
    "it claims another. app/docs/filter.md describes the file, with a reader for other languages."})
final class FilterExportVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private FilterKey key;

  @Option(names = "--fpp", defaultValue = "0.01", paramLabel = "RATE", description = "Numbers on no list that the filter may claim, between 0 and 1 (default: 0.01, one of a hundred).")
  private double fpp = 0.01;

  @Option(names = "--out", defaultValue = "dialgate.filter", paramLabel = "FILE", description = "Where it goes (default: dialgate.filter).")
  private Path out = Path.of("dialgate.filter");

  @Option(names = "--metrics", paramLabel = "FILE", description = "Write its figures there too, in Prometheus' text format, for a textfile collector.")
  private @Nullable Path metrics;

  @Override
  public Integer call() {
    if (!(fpp > 0 && fpp < 1)) {
      throw new Refused("expected --fpp between 0 and 1, but got %s; name one such as 0.01".formatted(fpp));
    }
    Settings loaded = settings.load();
    FilterFile content = export(loaded);
    output.print(json(content),
        "%s  %,d numbers, %,d bytes of bits; claims %.4f %% of other numbers (measured; aim: %s %%)"
            .formatted(Output.plain(out.toString()), content.facts().numbers(), content.filter().bits() / Byte.SIZE,
                content.facts().measured() * 100, fpp * 100));
    return ExitCode.DONE;
  }

  private FilterFile export(Settings loaded) {
    try {
      if (metrics != null) {
        Outputs.requireDifferent(out, metrics);
        OutputFile.require(metrics);
      }
      FilterFile content = new FilterExport(loaded, ClusterOf.running(loaded), fpp).run(out, key.digest(),
          new StageBars(output));
      if (metrics != null) {
        FilterMetrics.write(metrics, content);
      }
      return content;
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, Object> json(FilterFile content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", out.toString());
    json.put("hash", content.facts().keyed() ? "HMAC-SHA-256" : "SHA-256");
    json.put("numbers", content.facts().numbers());
    json.put("prefixes", content.prefixes().size());
    json.put("bits", content.filter().bits());
    json.put("theoreticalBits", Math.ceil(BloomFilter.theoreticalBits(content.facts().numbers(), fpp)));
    json.put("hashes", content.filter().hashes());
    json.put("target", fpp);
    json.put("measured", content.facts().measured());
    json.put("createdAt", content.facts().createdAt().toString());
    return json;
  }
}
