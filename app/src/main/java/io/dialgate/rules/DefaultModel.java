package io.dialgate.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.dialgate.domain.risk.RiskModel;

/** The risk model that Dialgate comes with. */
public final class DefaultModel {

  /** What the document is called. */
  public static final String FILE = "models/default.yaml";

  private DefaultModel() {}

  /** The document's exact bytes. */
  public static byte[] document() {
    try (InputStream in = Objects.requireNonNull(DefaultModel.class.getResourceAsStream("/" + FILE), FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the document says. */
  public static RiskModel read(ModelReader reader) {
    try {
      return reader.read(document(), FILE, _ -> null);
    } catch (BrokenDocument e) {
      throw new IllegalStateException("expected the shipped model to be valid, but it is not; use another build", e);
    }
  }
}
