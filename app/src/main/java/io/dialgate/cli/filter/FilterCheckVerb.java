package io.dialgate.cli.filter;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.filter.FilterFile;
import io.dialgate.lists.filter.FilterFormat;
import io.dialgate.lists.filter.NumberDigest;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;

/** {@code filter check}: numbers that are surely on no list apart from those to ask the gate about. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Splits a CSV file into rows whose number is surely on no list and rows to ask the gate about. It needs no gate.",
    "That a number is on no list does not make it callable: hours, caps and consents are the gate's to judge."})
final class FilterCheckVerb implements Callable<Integer> {

  private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  @Mixin
  private Output output;

  @Mixin
  private FilterKey key;

  @Option(names = "--filter", defaultValue = "dialgate.filter", paramLabel = "FILE", description = "The filter (default: dialgate.filter).")
  private Path filter = Path.of("dialgate.filter");

  @Option(names = "--phone-column", defaultValue = "phone", paramLabel = "NAME", description = "The column of the number (default: phone); where no column of the first row is called so, the first column, and the first row is a number.")
  private String column = "phone";

  @Option(names = "--region", defaultValue = "US", paramLabel = "REGION", description = "Where a number without a country code is read (default: US).")
  private String region = "US";

  @Option(names = "--not-listed", required = true, paramLabel = "FILE", description = "Where rows go whose number is surely on no list.")
  private Path clean = Path.of("");

  @Option(names = "--ask", required = true, paramLabel = "FILE", description = "Where the others go, and those whose number cannot be read.")
  private Path ask = Path.of("");

  @Parameters(paramLabel = "NUMBERS.csv", description = "The numbers, CSV in UTF-8.")
  private Path numbers = Path.of("");

  @Override
  public Integer call() {
    NumberDigest digest = key.digest();
    try {
      FilterFile content = FilterFormat.read(filter);
      if (!content.fits(digest)) {
        throw new Refused("expected the key that %s was made with (%s), but got another; name the right --key-file"
            .formatted(filter, content.facts().keyed() ? "HMAC-SHA-256" : "none: --plain"));
      }
      Split split = split(content, digest);
      output.print(split.json(), "%,d surely on no list, %,d to ask the gate about".formatted(split.clean, split.ask));
      return ExitCode.DONE;
    } catch (IOException | RefusedList e) {
      throw new Refused(e instanceof RefusedList
          ? String.valueOf(e.getMessage())
          : "expected to read %s and %s, but: %s".formatted(filter, numbers, e.getMessage()), e);
    }
  }

  private Split split(FilterFile content, NumberDigest digest) throws IOException {
    var split = new Split();
    Numbering numbering = new LibPhoneNumbering();
    try (Reader in = Files.newBufferedReader(numbers);
        MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(in);
        Writer cleanFile = Files.newBufferedWriter(clean);
        Writer askFile = Files.newBufferedWriter(ask);
        SequenceWriter cleanRows = CSV.writerFor(String[].class).writeValues(cleanFile);
        SequenceWriter askRows = CSV.writerFor(String[].class).writeValues(askFile)) {
      int at = 0;
      for (boolean first = true; rows.hasNext(); first = false) {
        String[] row = rows.next();
        int named = first ? Arrays.asList(row).indexOf(column) : -1;
        if (named >= 0) {
          at = named;
          cleanRows.write(row);
          askRows.write(row);
        } else if (isSurelyUnlisted(at < row.length ? row[at] : "", content, digest, numbering)) {
          split.clean++;
          cleanRows.write(row);
        } else {
          split.ask++;
          askRows.write(row);
        }
      }
    }
    return split;
  }

  private boolean isSurelyUnlisted(String text, FilterFile content, NumberDigest digest, Numbering numbering) {
    return numbering.read(text, region) instanceof Reading.Valid(var number)
        && !content.mayBeListed(number.e164(), digest);
  }

  /** How many rows went where. */
  private static final class Split {

    private long clean;
    private long ask;

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("surelyNotListed", clean);
      json.put("askTheGate", ask);
      return json;
    }
  }
}
