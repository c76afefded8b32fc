package io.dialgate.runtime.scrub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.dialgate.lists.file.WhyNot;

/**
 * Answers on the disk, a line each: place, A or S, codes, policy, when decided and when to ask again, in microseconds, with tabs
 * between. What comes after the last whole line was being written when the job was killed; its answers are heard again.
 */
final class Journal implements AutoCloseable {

  private static final int FIELDS = 6;
  private static final int BUFFER_CHARS = 64 << 10;

  private final FileChannel file;
  private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS);

  /** Takes what an earlier attempt wrote, and goes on behind it. */
  Journal(Path path, Answers answers) {
    try {
      long whole = Files.exists(path) ? load(path, answers) : 0;
      file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.truncate(whole);
      file.position(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected to keep answers in %s, but: %s; make room, or name another folder by setting data.dir"
              .formatted(path, WhyNot.of(e)),
          e);
    }
  }

  void add(int place, Outcome what, long decidedAt, long retryAt) {
    buffer.append(place).append('\t').append(what.allowed() ? 'A' : 'S').append('\t').append(what.codes()).append('\t')
        .append(what.policy()).append('\t').append(decidedAt).append('\t').append(retryAt).append('\n');
    if (buffer.length() > BUFFER_CHARS - 1_000) {
      write();
    }
  }

  /** Everything that was added is on the disk when it returns. */
  void force() {
    write();
    try {
      file.force(false);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  @Override
  public void close() {
    try (file) {
      write();
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private void write() {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(buffer.toString());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      buffer.setLength(0);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private static UncheckedIOException noRoom(IOException e) {
    return new UncheckedIOException(
        "expected to write down answers, but: %s; make room, and go on with --job".formatted(WhyNot.of(e)), e);
  }

  /** Reads whole lines; and how many bytes those have. */
  private static long load(Path path, Answers answers) throws IOException {
    long size = Files.size(path);
    long whole = 0;
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
        String[] fields = line.split("\t", -1);
        if (end > size || fields.length != FIELDS) {
          break;
        }
        answers.put(Integer.parseInt(fields[0]), new Outcome(fields[1].equals("A"), fields[2], fields[3]),
            Long.parseLong(fields[4]), Long.parseLong(fields[5]));
        whole = end;
      }
    }
    return whole;
  }
}
