package io.dialgate.cli.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.rules.BrokenDocument;
import io.dialgate.rules.PolicyReader;
import io.dialgate.rules.StandardPolicy;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.PolicyLog;

/** Policy documents for verbs. */
public final class PolicyBooks {

  private static final PolicyReader READER = new PolicyReader();

  private PolicyBooks() {}

  /** The shipped one. */
  public static LawBook standard() {
    return StandardPolicy.read(READER);
  }

  /** What is in force at last; the shipped one, if nothing was published. */
  public static LawBook inForce(PolicyLog log) {
    return log.activations().isEmpty() ? standard() : published(log, log.activations().getLast().getHash());
  }

  /** A published document; the shipped one can be put in force without being published. */
  public static LawBook published(PolicyLog log, String hash) {
    var document = log.documents().get(hash);
    return document == null ? standard() : read(document.getText(), hash);
  }

  /**
   * A file's exact text.
   *
   * @throws Refused if it cannot be read
   */
  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Refused("expected %s to be a policy document, but it cannot be read (%s); name another file"
          .formatted(file, e.getMessage()), e);
    }
  }

  /**
   * What a document says.
   *
   * @param name what faults call it
   * @throws Refused with every fault, a line each
   */
  public static LawBook read(String text, String name) {
    try {
      return READER.read(text, name);
    } catch (BrokenDocument e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }
}
