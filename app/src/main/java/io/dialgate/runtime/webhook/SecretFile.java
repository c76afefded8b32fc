package io.dialgate.runtime.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.dialgate.runtime.Refused;

/** A file that holds a secret, and nothing else. */
public final class SecretFile {

  private static final int LEAST_CHARACTERS = 16;

  private SecretFile() {}

  /**
   * What it holds, without blanks around.
   *
   * @throws Refused if it cannot be read, or is too short to be a secret
   */
  public static String read(Path file) {
    String secret;
    try {
      secret = Files.readString(file).strip();
    } catch (IOException e) {
      throw new Refused("expected to read a secret from %s, but got '%s'; correct the setting".formatted(file,
          e.getMessage()), e);
    }
    if (secret.length() < LEAST_CHARACTERS) {
      throw new Refused("expected a secret of at least %d characters in %s, but got %d; make a longer one"
          .formatted(LEAST_CHARACTERS, file, secret.length()));
    }
    return secret;
  }
}
