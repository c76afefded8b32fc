package io.dialgate.domain.audit.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.StrictText;

/**
 * One signature line of a note, of whatever type.
 *
 * @param name the key's name
 * @param encoded base64 of the key's id, four bytes, and the signature
 */
public record NoteSignature(String name, String encoded) {

  private static final String DASH = "\u2014 ";

  /** A signature, made by the key of this name and id. */
  public static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] blob = ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(key.id()).put(signature).array();
    return new NoteSignature(key.name(), StrictText.base64(blob));
  }

  static NoteSignature parse(String line, String where) throws NotProven {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new NotProven(where, "a signature line: a dash (U+2014), name and base64", StrictText.quoted(line));
    }
    String name = line.substring(DASH.length(), space);
    String encoded = line.substring(space + 1);
    if (!KeyName.isValid(name) || StrictText.base64(encoded, where).length <= Integer.BYTES) {
      throw new NotProven(where, "a key name and a signature", StrictText.quoted(line));
    }
    return new NoteSignature(name, encoded);
  }

  int keyId() {
    return ByteBuffer.wrap(blob()).getInt();
  }

  byte[] signature() {
    byte[] blob = blob();
    return Arrays.copyOfRange(blob, Integer.BYTES, blob.length);
  }

  String line() {
    return DASH + name + ' ' + encoded;
  }

  private byte[] blob() {
    return Base64.getDecoder().decode(encoded);
  }
}
