package io.dialgate.lists.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.RefusedList;

/**
 * A file as a registry delivers it: plain, gzip, or a zip of several. Which of them, its first bytes tell, not its name.
 *
 * @param path where it is
 */
public record ListFile(Path path) {

  /** The most parts that a zip can have; a registry's has one an area code. */
  static final int MAX_PARTS = 10_000;

  private static final int BUFFER_BYTES = 256 << 10;

  private enum Packing {
    PLAIN, GZIP, ZIP
  }

  /** Takes each text of the file in turn. */
  @FunctionalInterface
  public interface TextReader {

    /**
     * One text.
     *
     * @param lines of it
     * @param name of the file and, in a zip, of the part
     */
    void read(Lines lines, String name) throws IOException;
  }

  /**
   * Hands on every text in it.
   *
   * @param progress is told now and then how many bytes of the file were read
   * @throws RefusedList if it cannot be read to its end
   */
  public void read(TextReader reader, LongConsumer progress) {
    try {
      switch (packing()) {
        case PLAIN -> plain(reader, progress);
        case GZIP -> gzip(reader, progress);
        case ZIP -> zip(reader, progress);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Bytes of the file as it is. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** SHA-256 of its bytes as they are, packed or not: 64 lower-case hex digits. */
  public String digest() {
    var sha256 = Sha256.digest();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private Packing packing() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      if (magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B) {
        return Packing.GZIP;
      }
      return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K' ? Packing.ZIP : Packing.PLAIN;
    }
  }

  private void plain(TextReader reader, LongConsumer progress) throws IOException {
    try (var counted = new Counted(Files.newInputStream(path))) {
      reader.read(new Lines(told(counted, progress, 0, counted), path.toString()), path.toString());
    }
  }

  private void gzip(TextReader reader, LongConsumer progress) throws IOException {
    try (var counted = new Counted(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
        var in = new GZIPInputStream(counted, BUFFER_BYTES)) {
      var guarded = new Growth(in, path.toString(), counted::count);
      reader.read(new Lines(told(guarded, progress, 0, counted), path.toString()), path.toString());
    }
  }

  private void zip(TextReader reader, LongConsumer progress) throws IOException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.size() > MAX_PARTS) {
        throw new RefusedList("expected a zip of at most %,d parts, but %s has %,d; name a registry's file"
            .formatted(MAX_PARTS, path, zip.size()));
      }
      long before = 0;
      for (ZipEntry part : parts(zip)) {
        String name = path + "!" + part.getName();
        try (var in = zip.getInputStream(part); var checked = new Checked(in, part)) {
          long packed = Math.max(1, part.getCompressedSize());
          reader.read(new Lines(new Growth(checked, name, () -> packed), name), name);
        }
        before += part.getCompressedSize();
        progress.accept(before);
      }
    }
  }

  /** In the order of their names, so that the same zip is always the same list. */
  private static List<ZipEntry> parts(ZipFile zip) {
    return zip.stream().filter(part -> !part.isDirectory() && !isHidden(part.getName()))
        .<ZipEntry>map(part -> part).sorted((one, other) -> one.getName().compareTo(other.getName())).toList();
  }

  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
  }

  private static InputStream told(InputStream in, LongConsumer progress, long before, Counted counted) {
    return new Told(in, () -> progress.accept(before + counted.count()));
  }

  private RefusedList unreadable(IOException e) {
    return new RefusedList("expected %s to be a registry's file, but it cannot be read (%s); deliver it again, whole"
        .formatted(path, WhyNot.of(e)), e);
  }
}
