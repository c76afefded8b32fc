package io.dialgate.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.domain.policy.law.LawBook;

/**
 * Reads policy documents. A reader can be used by many threads at once.
 *
 * <p>A document is taken whole or not at all: it is read as YAML, then held against its schema, then against what a schema
 * cannot say.
 */
public final class PolicyReader {

  /** The largest document, in bytes: as much as a record on {@code policies} may hold. */
  public static final int MAX_BYTES = 1 << 20;

  private final DocumentSchema schema = new DocumentSchema(DocumentSchema.POLICY);

  /**
   * Reads a document from its text, whose UTF-8 form is what its hash is made of.
   *
   * @throws BrokenDocument with every fault, if it has any
   */
  public LawBook read(String document, String fileName) throws BrokenDocument {
    return read(document.getBytes(StandardCharsets.UTF_8), fileName);
  }

  /**
   * Reads a document.
   *
   * @param document its exact bytes, UTF-8, of which its hash is made
   * @param fileName what faults call it
   * @throws BrokenDocument with every fault, if it has any
   */
  public LawBook read(byte[] document, String fileName) throws BrokenDocument {
    var faults = new Faults(fileName);
    JsonNode root = YamlTree.read(text(document, faults), faults);
    faults.rulesBy(pointer -> rule(root, pointer));
    schema.check(root, faults);
    if (faults.anyOutside(BookReader.RULES)) {
      faults.refuseIfAny();
    }
    LawBook book = new BookReader(new Spot(root, "", faults)).read(hash(document));
    faults.refuseIfAny();
    return book;
  }

  /** The name of a document: {@code sha256:} and the SHA-256 of its exact bytes, as 64 lower-case hex digits. */
  public static String hash(byte[] document) {
    return "sha256:" + HexFormat.of().formatHex(Sha256.digest().digest(document));
  }

  /** A document's text, if it is not too large and is text at all. */
  static String text(byte[] document, Faults faults) throws BrokenDocument {
    if (document.length > MAX_BYTES) {
      faults.add(1, "a document of at most %d bytes".formatted(MAX_BYTES), document.length + " bytes", "shorten it");
      faults.refuseIfAny();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      faults.add(1, "UTF-8 text", "bytes that are none", "save the file as UTF-8");
      faults.refuseIfAny();
      throw new IllegalStateException("expected the fault to end the reading, but it went on", e);
    }
  }

  /** The id of the rule that a pointer leads into. */
  private static @Nullable String rule(JsonNode root, String pointer) {
    String[] steps = pointer.split("/", -1);
    if (steps.length < 3 || !steps[1].equals("rules")) {
      return null;
    }
    JsonNode id = root.at("/rules/" + steps[2] + "/id");
    return id.isTextual() ? id.asText() : null;
  }
}
