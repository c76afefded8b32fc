package io.dialgate.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.dialgate.domain.policy.law.LawBook;

/** The policy that Dialgate comes with: seed data, which its user's counsel has to review. */
public final class StandardPolicy {

  /** What the document is called. */
  public static final String FILE = "policies/standard.yaml";

  private StandardPolicy() {}

  /** The document's exact bytes. */
  public static byte[] document() {
    try (InputStream in = Objects.requireNonNull(StandardPolicy.class.getResourceAsStream("/" + FILE), FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the document says. */
  public static LawBook read(PolicyReader reader) {
    try {
      return reader.read(document(), FILE);
    } catch (BrokenDocument e) {
      throw new IllegalStateException("expected the shipped policy to be valid, but it is not; use another build", e);
    }
  }
}
