package io.dialgate.cli.number;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.Output;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;

/** {@code NUMBER…} and {@code --region}, for the verbs that are about numbers. */
public final class NumberArguments {

  @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Numbers in any notation.")
  private List<String> numbers = new ArrayList<>();

  @Option(names = "--region", defaultValue = "US", paramLabel = "REGION", description = "Where a number without a country code is read (default: US).")
  private String region = "US";

  private final Numbering numbering = new LibPhoneNumbering();

  /** The numbers, before anybody looked at them. */
  public List<String> asTyped() {
    return numbers;
  }

  /** Where a number without a country code belongs, in ISO 3166-1 alpha-2. */
  public String region() {
    return region;
  }

  /**
   * The key of a number: its E.164 form, or what was typed if it is no number, which the gate then says.
   */
  public String key(String number) {
    return numbering.key(number, region);
  }

  /**
   * All of them in E.164.
   *
   * @throws Refused at the first that is no number; nothing was done then
   */
  public List<String> e164() {
    return numbers.stream().map(number -> {
      if (numbering.read(number, region) instanceof Reading.Unusable(String why)) {
        throw new Refused("expected NUMBER to be a number, but got '%s' (%s); correct it, nothing was changed"
            .formatted(Output.plain(number), why));
      }
      return key(number);
    }).toList();
  }
}
