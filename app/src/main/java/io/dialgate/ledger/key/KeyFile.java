package io.dialgate.ledger.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The key's place: a PKCS#8 file in PEM, made on first use so that only its owner can read and write it, and refused if
 * strangers can. Losing it ends the log's history, since nobody can sign its continuation; whoever copies it can sign another.
 */
public final class KeyFile {

  /** The largest file that is read, in bytes; a key has about 120. */
  private static final int MAX_BYTES = 1 << 14;

  private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

  /** A group may read: that is how secrets are mounted into containers. */
  private static final Set<PosixFilePermission> FORBIDDEN = Set.of(PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  private final Path file;

  public KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Reads the key, and makes one if the file does not exist. Of several processes that do so at once, all get the same key.
   *
   * @throws IllegalArgumentException if the file holds something else, or strangers can read or write it
   */
  public SigningKey readOrCreate() throws IOException {
    if (!Files.exists(file)) {
      create();
    }
    return read();
  }

  /**
   * Reads the key.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IllegalArgumentException if the file holds something else, or strangers can read or write it
   */
  public SigningKey read() throws IOException {
    requirePrivate();
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES);
    }
    try {
      return SigningKey.fromPkcs8(Pem.read(new String(bytes, US_ASCII)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void create() throws IOException {
    Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, ".key", ".tmp", ownerOnly(folder));
    try {
      try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer pem = US_ASCII.encode(Pem.write(SigningKey.generate().pkcs8()));
        while (pem.hasRemaining()) {
          out.write(pem);
        }
        out.force(true);
      }
      // A link is made whole or not at all, and never replaces the key of somebody who was faster.
      Files.createLink(file, draft);
      try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // Theirs is the key, then.
    } finally {
      Files.delete(draft);
    }
  }

  private void requirePrivate() throws IOException {
    var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix == null) {
      return;
    }
    Set<PosixFilePermission> found = posix.readAttributes().permissions();
    Set<PosixFilePermission> tooMany = EnumSet.copyOf(FORBIDDEN);
    tooMany.retainAll(found);
    if (!tooMany.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a private key that strangers can neither read nor write, but got %s of %s;"
              .formatted(PosixFilePermissions.toString(found), file) + " run chmod 600 on it");
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)};
  }
}
