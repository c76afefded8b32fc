package io.dialgate.rules;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Any YAML document that was held against its JSON Schema, for readers of other packages: what a schema cannot say, they check
 * themselves, and tell it here, so that every fault comes with its file and line.
 *
 * <p>Parts are named by JSON pointers (RFC 6901).
 */
public final class CheckedDocument {

  private final JsonNode root;
  private final Faults faults;

  private CheckedDocument(JsonNode root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  /**
   * Reads a document.
   *
   * @param document its exact bytes, UTF-8, at most {@link PolicyReader#MAX_BYTES}
   * @param fileName what faults call it
   * @param schema where its JSON Schema lies on the class path
   * @throws BrokenDocument with every fault, if it has any
   */
  public static CheckedDocument read(byte[] document, String fileName, String schema) throws BrokenDocument {
    var faults = new Faults(fileName);
    JsonNode root = YamlTree.read(PolicyReader.text(document, faults), faults);
    new DocumentSchema(schema).check(root, faults);
    faults.refuseIfAny();
    return new CheckedDocument(root, faults);
  }

  /** The whole of it; it follows its schema. */
  public JsonNode root() {
    return root;
  }

  /** Tells one more thing that is wrong: expected this, but got that; do so. */
  public void fault(String pointer, String expected, String got, String remedy) {
    faults.add(pointer, expected, got, remedy);
  }

  /**
   * Ends the reading if anything was found wrong.
   *
   * @throws BrokenDocument with every fault
   */
  public void refuseIfAny() throws BrokenDocument {
    faults.refuseIfAny();
  }
}
