package io.dialgate.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.MemoryTiles;
import io.dialgate.domain.audit.verify.EntryCheck;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.domain.audit.verify.LogVerifier;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.ledger.key.SigningKey;

class TileWriterTest {

  private static final String ORIGIN = "dialgate.local/audit/0";
  private static final SigningKey KEY = SigningKey.generate();
  private static final VerifierKey VKEY = KEY.verifierKey(ORIGIN);
  private static final List<byte[]> ENTRIES = Logs.entries("log", 70_000);

  @TempDir
  private Path temp;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @Test
  void shouldWriteTheWorkedExample() throws Exception {
    // given
    Path folder = temp.resolve("new/export");

    // when
    Folders.export(folder, ORIGIN, KEY, ENTRIES, 70_000);

    // then
    Map<String, byte[]> files = Folders.files(folder);
    assertThat(files.remove("checkpoint")).isNotNull();
    assertThat(files).containsExactlyEntriesOf(MemoryTiles.of(ENTRIES).files);
    assertThat(check(folder)).isInstanceOf(LogCheck.Whole.class);
  }

  @Test
  void shouldGrowInPlaceAndKeepThePartsThatItAnnounced() throws Exception {
    // given
    Path folder = temp.resolve("export");
    Folders.export(folder, ORIGIN, KEY, ENTRIES, 0, 10, 200, 300, 310);

    // when
    Map<String, byte[]> before = Folders.files(folder);
    Folders.export(folder, ORIGIN, KEY, ENTRIES, 512, 513);

    // then
    assertThat(before).containsOnlyKeys("checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/0/001.p/54",
        "tile/1/000.p/1",
        "tile/entries/000", "tile/entries/001.p/44", "tile/entries/001.p/54");
    assertThat(Folders.files(folder)).containsOnlyKeys("checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/1",
        "tile/1/000.p/1", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/1");
    assertThat(check(folder)).isInstanceOf(LogCheck.Whole.class);
  }

  /** A writer that ends without a word, at any point, and whose drafts and unannounced tiles may be torn. */
  @ParameterizedTest
  @MethodSource("seeds")
  void shouldGoOnAfterAnySuddenEnd(long seed) throws Exception {
    // given
    Path folder = temp.resolve("export");
    var random = new Random(seed);
    int announced = 0;

    for (int i = 0; i < 12; i++) {
      // when
      try (TileWriter writer = TileWriter.open(folder, VKEY)) {
        assertThat(writer.size()).isGreaterThanOrEqualTo(announced);
        assertThat(writer.head()).isEqualTo(Logs.head(ENTRIES.subList(0, (int) writer.size())));
        for (int more = random.nextInt(1_500); more > 0; more--) {
          writer.append(ENTRIES.get((int) writer.size()));
        }
        if (random.nextInt(3) > 0) {
          writer.persist();
        }
        if (random.nextInt(3) == 0) {
          announced = (int) writer.size();
          writer.announce(Folders.checkpoint(writer, ORIGIN, KEY));
        }
      }
      tearSomethingUnannounced(folder, announced, random);
    }

    // then
    int last = announced + 700;
    Folders.export(folder, ORIGIN, KEY, ENTRIES, Math.max(last, size(folder)));
    assertThat(check(folder)).as("seed %d", seed).isInstanceOf(LogCheck.Whole.class);
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  private static int size(Path folder) throws Exception {
    try (TileWriter writer = TileWriter.open(folder, VKEY)) {
      return (int) writer.size();
    }
  }

  private static void tearSomethingUnannounced(Path folder, int announced, Random random) throws IOException {
    Path bundle = folder.resolve("tile/entries/%03d".formatted(announced / 256 + random.nextInt(3)));
    if (Files.exists(bundle) && bundle.compareTo(folder.resolve("tile/entries/%03d".formatted(announced / 256))) >= 0) {
      Files.write(bundle, new byte[random.nextInt(100)]);
    }
    Files.write(folder.resolve("tile.tmp"), new byte[3]);
  }

  @Test
  void shouldAnnounceNothingButItsOwnHead() throws Exception {
    // given
    Path folder = temp.resolve("export");
    Folders.export(folder, ORIGIN, KEY, ENTRIES, 10);
    byte[] old = Files.readAllBytes(folder.resolve("checkpoint"));

    try (TileWriter writer = TileWriter.open(folder, VKEY)) {
      // when
      writer.append(ENTRIES.get(10));

      // then
      assertThatThrownBy(() -> writer.announce(old)).isInstanceOf(NotProven.class).hasMessageContaining("size 11");
      assertThatThrownBy(() -> writer.announce(Folders.checkpoint(writer, ORIGIN, SigningKey.generate())))
          .isInstanceOf(NotProven.class);
      assertThatThrownBy(() -> writer.announce(Folders.checkpoint(writer, "dialgate.local/audit/1", KEY)))
          .isInstanceOf(NotProven.class);
      assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(old);
    }
  }

  @Test
  void shouldNotGoOnFromWhatIsNotThisLog() throws Exception {
    // given
    Path folder = temp.resolve("export");
    Folders.export(folder, ORIGIN, KEY, ENTRIES, 300);

    // when
    byte[] part = Files.readAllBytes(folder.resolve("tile/entries/001.p/44"));
    part[3] ^= 1;
    Files.write(folder.resolve("tile/entries/001.p/44"), part);

    // then
    assertThatThrownBy(() -> TileWriter.open(folder, KEY.verifierKey("other"))).isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> TileWriter.open(folder, VKEY)).isInstanceOf(NotProven.class)
        .hasMessageContaining("tile/entries/001.p/44");
  }

  @Test
  void shouldBeTheOnlyWriter() throws Exception {
    // given
    Path folder = temp.resolve("export");

    // when
    try (TileWriter writer = TileWriter.open(folder, VKEY)) {
      // then
      assertThat(writer.size()).isZero();
      assertThatIllegalStateException().isThrownBy(() -> TileWriter.open(folder, VKEY))
          .withMessageContaining("the only writer");
    }
    TileWriter.open(folder, VKEY).close();
  }

  @Test
  void shouldBeOfNoUseAfterAFailedWrite() throws Exception {
    // given
    Path folder = temp.resolve("export");

    try (TileWriter writer = TileWriter.open(folder, VKEY)) {
      // when
      Files.writeString(folder.resolve("tile"), "in the way");
      writer.append(ENTRIES.getFirst());

      // then
      assertThatExceptionOfType(IOException.class).isThrownBy(writer::persist);
      assertThatIllegalStateException().isThrownBy(writer::persist).withMessageContaining("open it again");
      assertThatIllegalStateException().isThrownBy(() -> writer.append(ENTRIES.get(1)));
      assertThatIllegalStateException().isThrownBy(() -> writer.announce(Folders.checkpoint(writer, ORIGIN, KEY)));
    }
  }

  private static LogCheck check(Path folder) throws IOException {
    return new LogVerifier(VKEY, List.of(), EntryCheck.NONE).verify(new TileFolder(folder));
  }
}
