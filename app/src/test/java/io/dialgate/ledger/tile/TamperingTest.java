package io.dialgate.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.verify.EntryCheck;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.domain.audit.verify.LogVerifier;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.ledger.key.SigningKey;

/**
 * Seeded tamperings of exported folders, each of which must be found, and as many untouched copies, in which nothing may be
 * found. {@code -Ddialgate.tamperings=10000} tries more, {@code -Ddialgate.tampering=17} repeats one.
 */
class TamperingTest {

  private static final int TAMPERINGS = Integer.getInteger("dialgate.tamperings", 300);
  private static final List<List<Integer>> SIZES = List.of(List.of(1, 2, 3), List.of(60, 200), List.of(100, 256),
      List.of(200, 300, 310, 700), List.of(512, 1_000, 1_300));
  private static final List<Tampering> KINDS = List.of(Tampering.values());
  private static final SigningKey KEY = SigningKey.generate();
  private static final List<ExportedLog> LOGS = new ArrayList<>();

  @TempDir
  private static Path temp;

  @BeforeAll
  static void export() throws Exception {
    for (List<Integer> sizes : SIZES) {
      String origin = "dialgate.local/audit/" + LOGS.size();
      List<byte[]> entries = Logs.entries(origin, sizes.getLast());
      List<Map<String, byte[]>> snapshots = new ArrayList<>();
      for (int size : sizes) {
        Folders.export(temp.resolve(origin), origin, KEY, entries, size);
        snapshots.add(Folders.files(temp.resolve(origin)));
      }
      LOGS.add(new ExportedLog(origin, KEY, entries, snapshots, sizes));
    }
  }

  @Test
  void shouldFindEveryTamperingAndNameThePlace() throws Exception {
    // given
    int only = Integer.getInteger("dialgate.tampering", -1);
    int first = Math.max(0, only);

    for (int seed = first; seed < (only < 0 ? TAMPERINGS : only + 1); seed++) {
      // when
      Random random = new Random(seed);
      Tampering kind = KINDS.get(seed % KINDS.size());
      int log = random.nextInt(LOGS.size());
      ExportedLog other = LOGS.get((log + 1 + random.nextInt(LOGS.size() - 1)) % LOGS.size());
      Tampering.Result tampered = kind.on(LOGS.get(log), other, random);
      LogCheck check = check(LOGS.get(log), tampered.files(), tampered.known());

      // then
      assertThat(check).as("%s, seed %d", kind, seed).isInstanceOf(LogCheck.Broken.class);
      assertThat((LogCheck.Broken) check).as("%s, seed %d", kind, seed).matches(tampered.named(), "names the place");
    }
  }

  @Test
  void shouldFindNothingInAsManyUntouchedCopies() throws Exception {
    for (int seed = 0; seed < TAMPERINGS; seed++) {
      // given
      Random random = new Random(seed);
      ExportedLog log = ExportedLog.any(LOGS, random);
      int age = random.nextInt(log.sizes().size());
      List<TreeHead> known = log.someHeads(random).stream().filter(head -> head.size() <= log.sizes().get(age))
          .toList();

      // when
      LogCheck check = check(log, log.snapshots().get(age), known);

      // then
      assertThat(check).as("seed %d", seed).isInstanceOf(LogCheck.Whole.class);
    }
  }

  private static LogCheck check(ExportedLog log, Map<String, byte[]> files, List<TreeHead> known) throws IOException {
    Path folder = Files.createTempDirectory(temp, "copy");
    try {
      Folders.write(folder, files);
      return new LogVerifier(KEY.verifierKey(log.origin()), known, EntryCheck.NONE).verify(new TileFolder(folder));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
