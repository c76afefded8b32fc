package io.dialgate.cli.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.dialgate.lists.file.WhyNot;
import io.dialgate.lists.filter.NumberDigest;
import io.dialgate.runtime.Refused;

/** {@code --key-file FILE} or {@code --plain}: {@code @Mixin FilterKey key}. */
final class FilterKey {

  private static final int MAX_BYTES = 4_096;

  @Option(names = "--key-file", paramLabel = "FILE", description = "The key of the hashes (HMAC-SHA-256): the file's text without spaces around it, at least 16 bytes.")
  private @Nullable Path file;

  @Option(names = "--plain", description = "Hash without a key (SHA-256 of E.164): whoever has the filter can try all numbers.")
  private boolean plain;

  /**
   * The digest that is meant.
   *
   * @throws Refused if neither or both are named, or the key cannot be used
   */
  NumberDigest digest() {
    if (plain == (file != null)) {
      throw new Refused(
          "expected either --key-file FILE or --plain, but got %s; make a key with: openssl rand -base64 32"
              .formatted(plain ? "both" : "neither"));
    }
    try {
      return file == null ? NumberDigest.plain() : NumberDigest.keyed(key(file));
    } catch (IOException e) {
      throw new Refused("expected %s to be a key, but it cannot be read (%s); make one with: openssl rand -base64 32"
          .formatted(file, WhyNot.of(e)), e);
    } catch (IllegalArgumentException e) {
      throw new Refused(
          "expected %s to be a key, but: %s; make one with: openssl rand -base64 32".formatted(file, e.getMessage()),
          e);
    }
  }

  private static byte[] key(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException("it has more than %d bytes".formatted(MAX_BYTES));
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
  }
}
