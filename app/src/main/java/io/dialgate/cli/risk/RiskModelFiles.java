package io.dialgate.cli.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.rules.BrokenDocument;
import io.dialgate.rules.DefaultModel;
import io.dialgate.rules.ModelReader;
import io.dialgate.runtime.Refused;

/** Risk model documents for verbs that ask no broker. */
final class RiskModelFiles {

  private static final ModelReader READER = new ModelReader();

  private RiskModelFiles() {}

  /**
   * The model of a file; the shipped one, if none is named. One that only changes thresholds can only be based on the shipped one.
   *
   * @throws Refused if the file cannot be read; with every fault, a line each, if it is no model
   */
  static RiskModel read(@Nullable Path file) {
    if (file == null) {
      return DefaultModel.read(READER);
    }
    try {
      return READER.read(Files.readAllBytes(file), file.toString(), _ -> null);
    } catch (BrokenDocument e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Refused("expected %s to be a risk model, but it cannot be read (%s); name another file".formatted(file,
          e.getMessage()), e);
    }
  }
}
