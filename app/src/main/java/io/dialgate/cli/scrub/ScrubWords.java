package io.dialgate.cli.scrub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.shell.Output;
import io.dialgate.lists.scrub.Split;
import io.dialgate.runtime.scrub.ScrubFiles;
import io.dialgate.runtime.scrub.ScrubResult;

/** How a scrub ended, in words and as JSON. */
final class ScrubWords {

  private ScrubWords() {}

  static Map<String, Object> json(ScrubResult result, @Nullable ScrubFiles files) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", files == null ? "DRY_RUN" : "SCRUBBED");
    json.putAll(result.json());
    if (files != null) {
      json.put("certificate", files.certificate().toString());
    }
    return json;
  }

  static String words(ScrubResult result, @Nullable ScrubFiles files) {
    Split split = result.split();
    return "%,d of %,d rows %s%s%n%,d numbers; %,d rows of a number that came before, %,d without a usable number%s%s"
        .formatted(split.rejected().rows(), split.rows(),
            files == null ? "would be rejected" : "are rejected, %,d are clean".formatted(split.clean().rows()),
            counts(": ", split.reasons()), result.numbers(), split.duplicates(), split.numberless(),
            counts("%ntoday, but not for ever, something stands in the way of numbers: ".formatted(), result.passing()),
            files == null ? "" : "%ncertificate %s".formatted(files.certificate()));
  }

  private static String counts(String before, Map<String, Long> counts) {
    return counts.isEmpty()
        ? ""
        : before + counts.entrySet().stream().map(one -> "%s %,d".formatted(Output.plain(one.getKey()), one.getValue()))
            .collect(Collectors.joining(", "));
  }
}
