package io.dialgate.rules;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.dialgate.domain.policy.law.Provision.Confidence;

/** A row of the seed data that the standard policy was made from. */
record SeedRow(String id, String region, String rule, String value, String citation, String basis, String confidence,
    String note) {

  static List<SeedRow> all() {
    try (InputStream in = Objects.requireNonNull(SeedRow.class.getResourceAsStream("seed-rules.csv"));
        var rows = new CsvMapper().readerFor(SeedRow.class).with(CsvSchema.emptySchema().withHeader())
            .<SeedRow>readValues(in)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The seed row that a row of the policy comes from: the one with the longest id that begins the row's own. */
  static Optional<SeedRow> of(String policyRow) {
    return all().stream().filter(seed -> policyRow.equals(seed.id) || policyRow.startsWith(seed.id + "-"))
        .max(Comparator.comparingInt(seed -> seed.id.length()));
  }

  Confidence sureness() {
    return Confidence.valueOf(confidence.toUpperCase(Locale.ROOT));
  }
}
