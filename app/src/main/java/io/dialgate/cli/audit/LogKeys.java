package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.Settings;

/** Whose signatures a verb believes. Use as {@code @Mixin LogKeys keys}. */
public final class LogKeys {

  @Option(names = "--key", paramLabel = "VKEY", description = {
      "A log's public key, as 'dialgate audit key' prints it; of several logs that one key signs, any one of their keys will do.",
      "Have it from somebody you trust, not from where the log is. Without it, the own key file is used, where there is one."})
  private List<String> given = new ArrayList<>();

  /** The key of each log, by its number. */
  public interface Keys {

    /** The key of a log, whose name is the log's origin. */
    VerifierKey of(int log);
  }

  /** The keys that were given, or else those that the signer of these settings made. */
  public Keys load(Settings settings) {
    if (given.isEmpty()) {
      return own(settings);
    }
    List<VerifierKey> keys = given.stream().map(LogKeys::parse).toList();
    VerifierKey any = keys.getFirst();
    String base = any.name().replaceFirst("/\\d+$", "");
    return log -> {
      String origin = base + "/" + log;
      return keys.stream().filter(key -> key.name().equals(origin)).findFirst().orElseGet(() -> any.under(origin));
    };
  }

  /** The key that signs here. */
  private static Keys own(Settings settings) {
    try {
      var key = new KeyFile(settings.audit().keyFile()).read();
      return log -> key.verifierKey(settings.audit().origin() + "/" + log);
    } catch (NoSuchFileException e) {
      throw new Refused(
          "expected --key VKEY, since there is no key file %s here, but got none; 'dialgate audit key' prints it where the gate runs"
              .formatted(settings.audit().keyFile()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read the key file, but got '%s'".formatted(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  /** A key as it was typed, in the form of C2SP signed-note; a wrong one is wrong usage. */
  public static VerifierKey parse(String vkey) {
    try {
      return VerifierKey.parse(vkey);
    } catch (NotProven e) {
      throw new Refused("expected --key to be a key as 'dialgate audit key' prints it, but: " + e.getMessage(), e);
    }
  }
}
