package io.dialgate.wire.record;

import java.time.Instant;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;

/** {@code policies}. */
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

  /** A document, or its activation. A document that is not what its hash says is refused. */
  public static Arrival read(PolicyRecord record, Numbering numbering) {
    return switch (record.getContent()) {
      case PolicyDocument document -> told(document);
      case PolicyActivation active -> new Arrival.PolicyActivated(active.getHash(), active.getActivatedAt(),
          active.getActivationId() == null
              ? receipt(active.getHash(), active.getActivatedAt())
              : Fields.id("activationId", active.getActivationId()));
      default -> new Arrival.NoMatter();
    };
  }

  private static Arrival told(PolicyDocument document) {
    String hash = hash(document.getText());
    if (!hash.equals(document.getHash())) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected a document whose hash is %s, but it is %s; publish it again".formatted(
              Fields.longClipped(document.getHash()), hash));
    }
    return new Arrival.PolicyTold(hash, document.getText());
  }
}
