package io.dialgate.wire.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;

/** {@code policies}, and what {@code risk-models} have in common with them. */
public final class Policies {

  /** The key of every activation. */
  public static final String ACTIVE = "active";

  private static final String ALGORITHM = "sha256:";

  private Policies() {}

  /** The name of a document: the content hash of its UTF-8. */
  public static String hash(String text) {
    return ALGORITHM + Sha256.hex(text);
  }

  /** The id under which tasks acknowledge an activation that has none of its own. */
  public static String receipt(String hash, Instant activatedAt) {
    return "policy:" + hash + "@" + activatedAt;
  }

  /** What a record of a topic of documents says. */
  sealed interface Published {

    /** A document is published; its bytes have this hash. */
    record Told(String hash, String text) implements Published {}

    /**
     * A published document is to be used from here on.
     *
     * @param use what for; null: it is in force
     */
    record Activated(String hash, Instant at, String receipt, @Nullable String use) implements Published {}

    /** Something that a later version says. */
    record Other() implements Published {}
  }

  /** A policy, or its activation. A document that is not what its hash says is refused. */
  public static Arrival read(PolicyRecord record, Numbering numbering) {
    return switch (published(record)) {
      case Published.Told(String hash, String text) -> new Arrival.PolicyTold(hash, text);
      case Published.Activated(String hash, Instant at, String receipt, var _) ->
        new Arrival.PolicyActivated(hash, at, receipt);
      case Published.Other _ -> new Arrival.NoMatter();
    };
  }

  /** A document, or its activation. A document that is not what its hash says is refused. */
  static Published published(PolicyRecord record) {
    return switch (record.getContent()) {
      case PolicyDocument document -> told(document);
      case PolicyActivation active -> new Published.Activated(active.getHash(), active.getActivatedAt(),
          active.getActivationId() == null
              ? receipt(active.getHash(), active.getActivatedAt())
              : Fields.id("activationId", active.getActivationId()),
          active.getUse());
      default -> new Published.Other();
    };
  }

  private static Published told(PolicyDocument document) {
    String hash = hash(document.getText());
    if (!hash.equals(document.getHash())) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected a document whose hash is %s, but it is %s; publish it again".formatted(
              Fields.longClipped(document.getHash()), hash));
    }
    return new Published.Told(hash, document.getText());
  }
}
