package io.dialgate.cli.filter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Outputs;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.file.WhyNot;
import io.dialgate.lists.filter.FilterFile;
import io.dialgate.lists.filter.FilterFormat;
import io.dialgate.lists.filter.FilterSplit;
import io.dialgate.lists.filter.NumberDigest;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;

/** {@code filter check}: numbers that are surely on no list apart from those to ask the gate about. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Splits a CSV file into rows whose number is surely on no list and rows to ask the gate about, byte for byte and in order.",
    "It needs no gate.",
    "That a number is on no list does not make it callable: hours, caps and consents are the gate's to judge."})
final class FilterCheckVerb implements Callable<Integer> {

  @Mixin
  private Output output;

  @Mixin
  private FilterKey key;

  @Option(names = "--filter", defaultValue = "dialgate.filter", paramLabel = "FILE", description = "The filter (default: dialgate.filter).")
  private Path filter = Path.of("dialgate.filter");

  @Option(names = "--phone-column", paramLabel = "NAME", description = "The number's column, by its name or its place from 1 (default: the one that is called phone, mobile, tel or the like).")
  private @Nullable String column;

  @Option(names = "--region", defaultValue = "US", paramLabel = "REGION", description = "Where a number without a country code is read (default: US).")
  private String region = "US";

  @Option(names = "--not-listed", required = true, paramLabel = "FILE", description = "Where rows go whose number is surely on no list.")
  private Path clean = Path.of("");

  @Option(names = "--ask", required = true, paramLabel = "FILE", description = "Where the others go, and those whose number cannot be read.")
  private Path ask = Path.of("");

  @Parameters(paramLabel = "NUMBERS.csv", description = "The numbers: CSV with comma, semicolon, tab or bar, in UTF-8 or Windows-1252, with or without a row of names.")
  private Path numbers = Path.of("");

  @Override
  public Integer call() {
    Outputs.requireDifferent(filter, numbers, clean, ask);
    NumberDigest digest = key.digest();
    try {
      FilterFile content = FilterFormat.read(filter);
      if (!content.fits(digest)) {
        throw new Refused("expected the key that %s was made with (%s), but got another; name the right --key-file"
            .formatted(filter, content.facts().keyed() ? "HMAC-SHA-256" : "none: --plain"));
      }
      Numbering numbering = new LibPhoneNumbering();
      ContactList list = ContactList.open(numbers, Optional.ofNullable(column), numbering, region);
      FilterSplit split = FilterSplit.write(list, content, digest, numbering, clean, ask);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("surelyNotListed", split.notListed());
      json.put("askTheGate", split.ask());
      output.print(json, "%,d surely on no list, %,d to ask the gate about".formatted(split.notListed(), split.ask()));
      return ExitCode.DONE;
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Refused("expected %s to be a filter, but it cannot be read (%s); name one that 'filter export' wrote"
          .formatted(filter, WhyNot.of(e)), e);
    }
  }
}
