package io.dialgate.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;

import io.dialgate.domain.hash.Sha256;

/**
 * One file of the FTC's registry: what it is before it is taken.
 *
 * @param path where it is
 * @param digest SHA-256 of its bytes, 64 lower-case hex digits
 * @param numbers how many lines name a number
 * @param latest the latest change that it tells; {@link Instant#MIN} for a full list, whose lines have no date
 */
public record FtcFile(Path path, String digest, long numbers, Instant latest) {

  /**
   * Reads the whole file, and takes nothing from it yet.
   *
   * @param malformed is handed each line that is none
   */
  public static FtcFile look(Path path, Consumer<FtcLine.Malformed> malformed) throws IOException {
    var sha256 = Sha256.digest();
    var looking = new Looking(malformed);
    try (var in = new DigestInputStream(Files.newInputStream(path), sha256);
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      new FtcReader(path.toString()).read(text, looking);
    }
    return new FtcFile(path, HexFormat.of().formatHex(sha256.digest()), looking.numbers, looking.latest);
  }

  /** Reads it again, and hands on each line. */
  public void read(Consumer<FtcLine> lines) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(path)) {
      new FtcReader(path.toString()).read(text, lines);
    }
  }

  private static final class Looking implements Consumer<FtcLine> {

    private final Consumer<FtcLine.Malformed> malformed;
    private long numbers;
    private Instant latest = Instant.MIN;

    Looking(Consumer<FtcLine.Malformed> malformed) {
      this.malformed = malformed;
    }

    @Override
    public void accept(FtcLine line) {
      switch (line) {
        case FtcLine.Listed _ -> numbers++;
        case FtcLine.Changed(int _, var _, var _, Instant at) -> {
          numbers++;
          latest = at.isAfter(latest) ? at : latest;
        }
        case FtcLine.Malformed broken -> malformed.accept(broken);
      }
    }
  }
}
