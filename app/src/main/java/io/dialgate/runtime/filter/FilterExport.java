package io.dialgate.runtime.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.lists.Listed;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.OutputFile;
import io.dialgate.lists.file.WhyNot;
import io.dialgate.lists.filter.FilterBuilder;
import io.dialgate.lists.filter.FilterFile;
import io.dialgate.lists.filter.FilterFormat;
import io.dialgate.lists.filter.NumberDigest;
import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.Spool;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.registry.Stages;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DncRecord;
import io.dialgate.wire.Topics;

/**
 * Exports which numbers are on any list, for anybody, expired or not: what the filter does not hold is surely on none.
 *
 * @param settings where the topics are
 * @param cluster where the broker is
 * @param fpp the rate of false positives to aim at
 */
public record FilterExport(Settings settings, Cluster cluster, double fpp) {

  /**
   * Writes the filter to a file.
   *
   * @throws Refused if it cannot be written there, or numbers are listed by their SHA-256 only, and the digests have a key
   */
  public FilterFile run(Path file, NumberDigest digest, Stages stages) {
    try {
      OutputFile.require(file);
      return export(file, digest, stages);
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  private FilterFile export(Path file, NumberDigest digest, Stages stages) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    WideEntries wide = WideEntries.read(settings, cluster, new LibPhoneNumbering());
    if (digest.isKeyed() && !wide.hashes().isEmpty()) {
      throw new Refused(
          "expected every listed number to be known, but %,d are listed by their SHA-256 only, and cannot be hashed with a key; export with --plain, or ask the gate about every number"
              .formatted(wide.hashes().size()));
    }
    Path folder = workFolder(file);
    try (var table = new Spool(folder, "table"); var probes = new Spool(folder, "probes")) {
      read(table, stages);
      stages.begin("hashing the table's numbers, up to", table.size());
      FilterFile content = new FilterBuilder(fpp, FilterBuilder.PROBES).build(
          () -> new Listed(new Groups(table.sorted(), (_, later) -> later)), wide.hashes(), wide.prefixes(), digest,
          probes, now);
      FilterFormat.write(file, content);
      stages.end();
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected to write %s, but: %s; make room, or name another file".formatted(file, WhyNot.of(e)), e);
    } finally {
      delete(folder);
    }
  }

  private void read(Spool spool, Stages stages) {
    try (var table = new WholeTopic<>(settings, cluster, Topics.DNC_ENTRIES, DncRecord.class)) {
      stages.begin("reading the table", table.size());
      LongConsumer progress = stages::at;
      table.forEach((key, record) -> {
        progress.accept(table.read());
        if (PhoneNumber.isE164(key)) {
          spool.add(Digits.of(key), record == null ? 0 : 1);
        }
      });
      stages.end();
    }
  }

  private static Path workFolder(Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      return Files.createTempDirectory(parent == null ? Path.of("/") : parent, ".filter");
    } catch (IOException e) {
      throw new Refused("expected a folder to work in beside %s, but: %s; name a file in another folder".formatted(file,
          WhyNot.of(e)), e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
