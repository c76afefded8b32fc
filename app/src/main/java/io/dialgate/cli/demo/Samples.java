package io.dialgate.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.dialgate.domain.hash.Sha256;

/** The sample files, by their names in the resource folder {@code samples}. */
final class Samples {

  static final String FTC_FULL_LIST = "ftc-full-list-2026-08-28.txt";
  static final String FTC_CHANGE_FILE = "ftc-change-file-2026-08-29.txt";
  static final String GENESYS_WRAP_UPS = "genesys-after-call-work-2026-08-31.jsonl";
  static final String GENESYS_CALL_IN_PROGRESS = "genesys-after-call-work-of-a-call-in-progress.jsonl";
  static final String GENESYS_CONTACTS = "genesys-contact-list-spring.csv";
  static final String CXONE_REQUESTS = "cxone-dial-requests-renewals.jsonl";

  static final String CXONE_DATA_ACTIONS = "cxone-data-actions-2026-09-01.jsonl";

  private Samples() {}

  static BufferedReader open(String name) {
    InputStream sample = Samples.class.getResourceAsStream("samples/" + name);
    if (sample == null) {
      throw new IllegalStateException("expected sample %s among the resources, but got none".formatted(name));
    }
    return new BufferedReader(new InputStreamReader(sample, StandardCharsets.UTF_8));
  }

  static List<String> lines(String name) {
    try (BufferedReader sample = open(name)) {
      return sample.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256, in hex, of the whole file. */
  static String digest(String name) {
    try (BufferedReader sample = open(name)) {
      return Sha256.hex(sample.readAllAsString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
