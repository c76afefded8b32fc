package io.dialgate.lists.filter;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.OutputFile;

/**
 * The file of a filter, version 1. All numbers are big-endian; {@code app/docs/filter.md} has the table and a reader in another
 * language, which has to be changed with it.
 */
public final class FilterFormat {

  private static final int MAGIC = 0x44474246; // "DGBF"
  private static final int VERSION = 1;
  private static final int HMAC = 1;
  private static final int PLAIN = 2;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int CHECKSUM_BYTES = 32;
  private static final int MAX_PREFIXES = 65_535;

  private FilterFormat() {}

  /** Writes it; it stands whole under its name, or not at all. */
  public static void write(Path file, FilterFile content) throws IOException {
    if (content.prefixes().size() > MAX_PREFIXES) {
      throw new RefusedList("expected at most %,d prefixes, but got %,d".formatted(MAX_PREFIXES,
          content.prefixes().size()));
    }
    MessageDigest sha256 = Sha256.digest();
    try (var target = new OutputFile(file);
        var out = new DataOutputStream(new DigestOutputStream(target.stream(), sha256))) {
      writeHeader(content, out);
      for (String prefix : new TreeSet<>(content.prefixes())) {
        out.writeByte(prefix.length());
        out.write(prefix.getBytes(StandardCharsets.US_ASCII));
      }
      byte[] word = new byte[Long.BYTES];
      for (long bits : content.filter().words()) {
        for (int i = 0; i < Long.BYTES; i++) {
          word[i] = (byte) (bits >>> (8 * i));
        }
        out.write(word);
      }
      out.flush();
      target.write(sha256.digest());
      target.finish();
    }
  }

  /**
   * Reads it.
   *
   * @throws RefusedList if it is none of this version, or damaged
   */
  public static FilterFile read(Path file) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    long size = Files.size(file);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        var in = new DataInputStream(new DigestInputStream(raw, sha256))) {
      FilterFile content = read(file, in, size);
      byte[] told = raw.readNBytes(CHECKSUM_BYTES + 1);
      if (!MessageDigest.isEqual(told, sha256.digest())) {
        throw damaged(file, "its checksum is another");
      }
      return content;
    } catch (EOFException e) {
      throw damaged(file, "it ends too early");
    }
  }

  private static void writeHeader(FilterFile content, DataOutputStream out) throws IOException {
    FilterFile.Facts facts = content.facts();
    out.writeInt(MAGIC);
    out.writeByte(VERSION);
    out.writeByte(facts.keyed() ? HMAC : PLAIN);
    out.writeShort(content.filter().hashes());
    out.writeLong(content.filter().bits());
    out.writeLong(facts.numbers());
    out.writeDouble(facts.target());
    out.writeDouble(facts.measured());
    out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, facts.createdAt()));
    out.writeLong(facts.keyCheck());
    out.writeShort(content.prefixes().size());
  }

  private static FilterFile read(Path file, DataInputStream in, long size) throws IOException {
    if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
      throw new RefusedList(
          "expected a filter of version %d, but %s is none; export it again".formatted(VERSION, file));
    }
    boolean keyed = in.readUnsignedByte() == HMAC;
    int hashes = in.readUnsignedShort();
    long bits = in.readLong();
    long numbers = in.readLong();
    double target = in.readDouble();
    double measured = in.readDouble();
    Instant createdAt = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
    long keyCheck = in.readLong();
    int count = in.readUnsignedShort();
    Set<String> prefixes = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      prefixes.add(new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII));
    }
    // Believed only as far as the file is long: a damaged length must not take memory.
    if (bits <= 0 || bits % Long.SIZE != 0 || bits / Byte.SIZE > size || hashes < 1 || hashes > Long.SIZE) {
      throw damaged(file, "it claims %d bits and %d hashes".formatted(bits, hashes));
    }
    return new FilterFile(new FilterFile.Facts(keyed, keyCheck, numbers, target, measured, createdAt), prefixes,
        new BloomFilter(words(in, (int) (bits / Long.SIZE)), hashes));
  }

  private static long[] words(DataInputStream in, int count) throws IOException {
    long[] words = new long[count];
    byte[] word = new byte[Long.BYTES];
    for (int at = 0; at < count; at++) {
      in.readFully(word);
      long bits = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        bits |= (word[i] & 0xFFL) << (8 * i);
      }
      words[at] = bits;
    }
    return words;
  }

  private static RefusedList damaged(Path file, String how) {
    return new RefusedList("expected a whole filter, but %s is damaged: %s; copy or export it again".formatted(file,
        how));
  }
}
