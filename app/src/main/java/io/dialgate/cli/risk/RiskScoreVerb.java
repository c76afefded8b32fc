package io.dialgate.cli.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.Refused;
import io.dialgate.wire.json.AssessmentJson;

/** {@code risk score}: what a model says of transactions in a file. It needs no broker, and changes nothing. */
@Command(name = "score", mixinStandardHelpOptions = true, description = {
    "Scores the transactions of a file in their order, each with what came before it, and prints an assessment for each.",
    "A line is the payload of a Data Action: {\"eventType\": ..., \"data\": {\"interactionId\", \"transactionId\", \"amount\",",
    "\"customerId\", \"attributes\"}}, in data optionally \"currency\" (USD without one) and \"timestamp\" (RFC 3339). A line",
    "without a timestamp happened when the line before it did; the first one, now. A transaction id that comes again is",
    "answered as before. A line that cannot be scored is told with its number, and its neighbours go on.",
    "Dry: it asks no broker, and changes nothing. Ends with 2 if a line could not be read."})
final class RiskScoreVerb implements Callable<Integer> {

  @Mixin
  private Output output;

  @Parameters(paramLabel = "FILE", description = "A file of UTF-8 text, one payload a line.")
  private Path file = Path.of("");

  @Option(names = "--tier", paramLabel = "TIER", description = "Tier of all customers: new, standard or premium, as the model has them "
      + "(default: the model's tier for customers without a profile).")
  private @Nullable String tier;

  @Option(names = "--model", paramLabel = "FILE", description = "A model document (default: the shipped model).")
  private @Nullable Path model;

  @Override
  public Integer call() {
    RiskModel read = RiskModelFiles.read(model);
    if (tier != null && !read.tiers().names().contains(tier)) {
      throw new Refused("expected --tier to be one of %s, but got '%s'; name another"
          .formatted(String.join(", ", read.tiers().names()), Output.plain(tier)));
    }
    var scoring = new DryScoring(read, tier);
    boolean allRead = true;
    // Byte by byte: a line that is no UTF-8 is bad by itself, and must not end the reading.
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          allRead &= print(number,
              scoring.line(line.getBytes(StandardCharsets.ISO_8859_1), "%s line %d".formatted(file, number)));
        }
      }
    } catch (IOException e) {
      throw new Refused(
          "expected %s to have a payload on each line, but it cannot be read (%s); name another file"
              .formatted(file, e),
          e);
    }
    return allRead ? ExitCode.DONE : ExitCode.USAGE;
  }

  /** Prints what became of a line, and says whether it could be read. */
  private boolean print(int number, DryScoring.Line line) {
    switch (line) {
      case DryScoring.Line.Scored(var assessment) ->
        output.print(AssessmentJson.of(assessment), AssessmentWords.of(assessment));
      case DryScoring.Line.NotScored(String status, String transactionId, String why) -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", number);
        json.put("transactionId", transactionId);
        json.put("status", status);
        json.put("message", why);
        output.print(json, "@|bold,yellow %s|@  %s  line %d: %s".formatted(status, Output.plain(transactionId), number,
            Output.plain(why)));
      }
      case DryScoring.Line.Bad(String why) -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", number);
        json.put("error", why);
        output.print(json, "@|bold,red ERROR|@  line %d: %s".formatted(number, Output.plain(why)));
        return false;
      }
    }
    return true;
  }
}
