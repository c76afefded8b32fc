package io.dialgate.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.file.Folders;
import io.dialgate.lists.file.ListFile;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.layout.Layouts;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.Spool;

class FilesReaderTest {

  private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
  private static final String TWO = "407,5551234\n212,5550103\n";
  private static final Set<Long> NUMBERS = Set.of(14075551234L, 12125550103L);

  @TempDir
  Path folder;

  private final TreeMap<Long, Long> read = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"407,5551234\n212,5550103\n", "4075551234\r\n2125550103\r\n", "407,5551234\r212,5550103",
      "\uFEFF407,5551234\n\n212,5550103\n\n", "407,5551234\n2125550103\r\n407,5551234\n"})
  void shouldReadNumbersHoweverLinesEndAndRepeat(String text) throws IOException {
    // when
    Contents contents = read(write("list.txt", text));

    // then
    assertThat(read.keySet()).isEqualTo(NUMBERS);
    assertThat(contents.kind()).isEqualTo(Kind.FULL);
    assertThat(contents.malformed()).isZero();
  }

  @Test
  void shouldReadPlainGzipZipAndFoldersAlike() throws IOException {
    // given
    Path gzip = folder.resolve("list.txt.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(TWO.getBytes(StandardCharsets.UTF_8));
    }
    Path zip = zip("list.zip", "407.txt", "407,5551234\n", "212.txt", "212,5550103\n");
    Path sub = Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(sub.resolve("a.txt"), "407,5551234\n");
    Files.writeString(folder.resolve("sub/b.txt"), "212,5550103\n");
    Files.writeString(folder.resolve("sub/old.txt.rejected.csv"), "line,file,reason,text\n");
    Files.writeString(folder.resolve("sub/.hidden"), "not a list");

    for (Path path : List.of(write("list.txt", TWO), gzip, zip, folder.resolve("sub"))) {
      // when
      read.clear();
      Contents contents = read(path);

      // then
      assertThat(read.keySet()).as(path.toString()).isEqualTo(NUMBERS);
      assertThat(contents.lines()).isEqualTo(2);
    }
  }

  @Test
  void shouldNameDigestOfOneFileAndOfSeveral() throws IOException {
    // given
    Path one = write("one.txt", "407,5551234\n");
    Path other = write("other.txt", "212,5550103\n");

    // when
    String single = read(one).digest();
    String both = read(one, other).digest();

    // then
    assertThat(single).isEqualTo(Sha256.hex("407,5551234\n"));
    assertThat(both).isEqualTo(Sha256.hex(Sha256.hex("407,5551234\n") + "\n" + Sha256.hex("212,5550103\n") + "\n"));
  }

  @Test
  void shouldTakeLatestChangeOfANumberWhateverTheOrderOfLines() throws IOException {
    // given
    Path list = write("changes.txt", """
        4075551234,2026-08-29T09:00:00,D
        4075551234,2026-08-29T08:00:00,A
        2125550103,2026-08-29T07:00:00,D
        2125550103,2026-08-29T07:00:00,A
        """);

    // when
    Contents contents = read(list);

    // then
    assertThat(contents.kind()).isEqualTo(Kind.CHANGES);
    assertThat(contents.first()).contains(Instant.parse("2026-08-29T07:00:00Z"));
    assertThat(contents.last()).contains(Instant.parse("2026-08-29T09:00:00Z"));
    assertThat(Moment.change(read.getOrDefault(14075551234L, 0L))).hasToString("REMOVED");
    assertThat(Moment.change(read.getOrDefault(12125550103L, 0L))).hasToString("ADDED");
    assertThat(Moment.at(read.getOrDefault(14075551234L, 0L))).isEqualTo(Instant.parse("2026-08-29T09:00:00Z"));
  }

  @Test
  void shouldWriteBadLinesWithPlaceAndReasonAndGoOn() throws IOException {
    // given
    Path list = write("list.txt", "407,5551234\nnonsense \"x\"\n4075551234,2026-08-29T08:00:00,A\n212,5550103\n");

    // when
    Contents contents = new FilesReader(Layouts.shipped("us-ftc"), Areas.EVERY, 0.5, false)
        .read(FilesReader.digests(Folders.files(List.of(list))), new Spool(folder, "x"), NOW, _ -> {});

    // then
    assertThat(contents.malformed()).isEqualTo(2);
    assertThat(contents.lines()).isEqualTo(2);
    List<String> rejected = Files.readAllLines(Path.of(list + ".rejected.csv"));
    assertThat(rejected).hasSize(3);
    assertThat(rejected.get(0)).isEqualTo("line,file,reason,text");
    assertThat(rejected.get(1)).startsWith("2,").contains("expected a line of the registry us-ftc",
        "\"nonsense \"\"x\"\"\"");
    assertThat(rejected.get(2)).startsWith("3,").contains("expected a line of a full list");
  }

  @Test
  void shouldRefuseMoreBadLinesThanAllowedAndForgetEarlierRejects() throws IOException {
    // given: 1 of 1,000 is allowed, 2 are not
    Path good = write("good.txt", lines(999) + "bad\n");
    Path bad = write("bad.txt", lines(998) + "bad\nbad\n");
    Files.writeString(Path.of(good + ".rejected.csv"), "of an earlier attempt");

    // when
    Contents contents = read(good);

    // then
    assertThat(contents.malformed()).isEqualTo(1);
    assertThat(Path.of(good + ".rejected.csv")).content().doesNotContain("earlier");
    assertThatThrownBy(() -> read(bad)).isInstanceOf(RefusedList.class).hasMessageContainingAll(
        "at most 0.1 % bad lines",
        "2 of 1,000", "bad.txt.rejected.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"407,5551234\n407,555", "4075551234,2026-08-29T08:00:00,A\n4075551234,2026-08-29T08:00:00,",
      "4075551234,2026-08-29T08:00:00,A\n4075551234,2026-08"})
  void shouldRefuseFileThatEndsInTheMiddleOfALine(String text) throws IOException {
    // given
    Path cut = write("cut.txt", text);

    // when / then
    assertThatThrownBy(() -> read(cut)).isInstanceOf(RefusedList.class).hasMessageContainingAll("line 2 is broken off");
  }

  @Test
  void shouldRefuseArchivesThatAreCutOrDamaged() throws IOException {
    // given
    Path gzip = folder.resolve("cut.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(lines(10_000).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(gzip, Arrays.copyOf(Files.readAllBytes(gzip), (int) Files.size(gzip) / 2));
    Path zip = zip("cut.zip", "list.txt", lines(10_000));
    byte[] whole = Files.readAllBytes(zip);
    Path damaged = folder.resolve("damaged.zip");
    byte[] flipped = whole.clone();
    flipped[flipped.length / 2] ^= 0x55;
    Files.write(damaged, flipped);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

    // when / then
    for (Path broken : List.of(gzip, zip, damaged)) {
      assertThatThrownBy(() -> read(broken)).as(broken.toString()).isInstanceOf(RefusedList.class)
          .hasMessageContainingAll("deliver it again, whole");
    }
  }

  @Test
  void shouldRefuseArchivesThatGrowBeyondMeasure() throws IOException {
    // given: 64 MiB of line ends in 64 KiB
    Path zip = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("list.txt"));
      fill(out);
    }
    Path gzip = folder.resolve("bomb.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      fill(out);
    }

    // when / then
    for (Path bomb : List.of(zip, gzip)) {
      assertThatThrownBy(() -> read(bomb)).as(bomb.toString()).isInstanceOf(RefusedList.class)
          .hasMessageContainingAll("grows to at most 100 times");
    }
  }

  @Test
  void shouldRefuseWhatIsNoList() throws IOException {
    // given
    Path empty = write("empty.txt", "");
    Path words = write("words.txt", "lorem\nipsum\n");
    Path windows = folder.resolve("windows.txt");
    Files.write(windows, "M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    Path changes = write("changes.txt", "4075551234,2026-08-29T08:00:00,A\n");
    Path full = write("full.txt", TWO);
    Path copy = write("copy.txt", TWO);

    // when / then
    assertThatThrownBy(() -> read(empty)).hasMessageContainingAll("found none");
    assertThatThrownBy(() -> read(words)).hasMessageContainingAll("found none", "rejected.csv");
    assertThatThrownBy(() -> read(windows)).hasMessageContainingAll("found none");
    assertThatThrownBy(() -> read(folder.resolve("nowhere"))).hasMessageContainingAll("nowhere", "cannot be read");
    assertThatThrownBy(() -> read(full, changes)).hasMessageContainingAll("expected files of one kind");
    assertThatThrownBy(() -> read(full, copy)).hasMessageContainingAll("has the bytes of another");
  }

  @Test
  void shouldTakeOnlyNumbersOfTheAreasThatWereNamedAndNoneOfTheFuture() throws IOException {
    // given
    Path list = write("list.txt", TWO);
    Path future = write("future.txt", "4075551234,2026-09-03T08:00:00,A\n");
    var reader = new FilesReader(Layouts.shipped("us-ftc"), new Areas(Set.of("407")), 1, false);

    // when
    Contents contents = reader.read(FilesReader.digests(Folders.files(List.of(list))), new Spool(folder, "x"), NOW,
        _ -> {});
    Contents ahead = reader.read(FilesReader.digests(Folders.files(List.of(future))), new Spool(folder, "y"), NOW,
        _ -> {});

    // then
    assertThat(contents.lines()).isEqualTo(1);
    assertThat(contents.malformed()).isEqualTo(1);
    assertThat(ahead.malformed()).isEqualTo(1);
    assertThatThrownBy(() -> new Areas(Set.of("40"))).isInstanceOf(RefusedList.class);
  }

  @Test
  void shouldRefuseAFileThatIsChangedWhileItIsRead() throws IOException {
    // given
    Path list = write("list.txt", TWO);
    var reader = new FilesReader(Layouts.shipped("us-ftc"), Areas.EVERY, 0.001, false);
    Map<ListFile, String> files = FilesReader.digests(Folders.files(List.of(list)));

    // when / then
    try (var spool = new Spool(folder, "files")) {
      assertThatThrownBy(() -> reader.read(files, spool, NOW, once(() -> append(list, "305,5550107\n"))))
          .isInstanceOf(RefusedList.class).hasMessageContaining("expected %s to stay as it was", list);
    }
  }

  private static LongConsumer once(Runnable something) {
    var done = new AtomicBoolean();
    return _ -> {
      if (done.compareAndSet(false, true)) {
        something.run();
      }
    };
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Contents read(Path... paths) {
    var reader = new FilesReader(Layouts.shipped("us-ftc"), Areas.EVERY, 0.001, false);
    try (var spool = new Spool(folder, "files")) {
      Contents contents = reader.read(FilesReader.digests(Folders.files(List.of(paths))), spool, NOW, _ -> {});
      try (var numbers = new Groups(spool.sorted(), Math::max)) {
        while (numbers.next()) {
          read.put(numbers.number(), numbers.payload());
        }
      }
      return contents;
    }
  }

  private static String lines(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("407,").append(2_000_000 + i * 7_919 % 7_999_999).append('\n');
    }
    return text.toString();
  }

  private static void fill(OutputStream out) throws IOException {
    byte[] ends = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 64; i++) {
      out.write(ends);
    }
  }

  private Path zip(String name, String... parts) throws IOException {
    Path zip = folder.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < parts.length; i += 2) {
        out.putNextEntry(new ZipEntry(parts[i]));
        out.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
