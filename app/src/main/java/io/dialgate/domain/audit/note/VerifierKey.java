package io.dialgate.domain.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.StrictText;
import io.dialgate.domain.hash.Sha256;

/**
 * A public key under a name, as it is printed and handed around: the "vkey" of C2SP signed-note. Only Ed25519.
 *
 * <pre>
 * NAME+ID+base64(0x01 || key);  ID = SHA-256(NAME || 0x0A || 0x01 || key)[:4] as 8 hex digits
 * </pre>
 *
 * The same key has another id under each name, so that a log's signature never passes for another log's.
 */
public final class VerifierKey {

  /** The length of a raw public key, in bytes. */
  public static final int KEY_BYTES = Ed25519.KEY_BYTES;

  private static final byte ED25519 = 0x01;
  private static final String WHERE = "the verifier key";

  private final String name;
  private final byte[] publicKey;
  private final int id;

  private VerifierKey(String name, byte[] publicKey) {
    this.name = name;
    this.publicKey = publicKey;
    this.id = id(name, publicKey);
  }

  /**
   * A key under a name.
   *
   * @param name for a log's key, the log's origin
   * @param publicKey 32 bytes (RFC 8032), which are copied
   * @throws IllegalArgumentException if the name is empty or has a space or a plus, or the key has another length
   */
  public static VerifierKey of(String name, byte[] publicKey) {
    if (!KeyName.isValid(name)) {
      throw new IllegalArgumentException("expected a key name without spaces and plus signs, but got "
          + StrictText.quoted(name) + "; choose another name");
    }
    if (publicKey.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "expected an Ed25519 public key of %d bytes, but got %d; pass the raw key".formatted(KEY_BYTES,
              publicKey.length));
    }
    return new VerifierKey(name, publicKey.clone());
  }

  /**
   * Reads a printed key.
   *
   * @throws NotProven if it is not in its format, of another type than Ed25519, or has an id that is not its own
   */
  public static VerifierKey parse(String vkey) throws NotProven {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length < 3 || !KeyName.isValid(parts[0])) {
      throw new NotProven(WHERE, "NAME+ID+KEY", StrictText.quoted(vkey));
    }
    byte[] typed = StrictText.base64(parts[2], WHERE);
    if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
      throw new NotProven(WHERE, "an Ed25519 key: the byte 1 and " + KEY_BYTES + " bytes", typed.length + " bytes, "
          + (typed.length == 0 ? "no type" : "type " + typed[0]));
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.printedId().equals(parts[1])) {
      throw new NotProven(WHERE, "id " + key.printedId(), StrictText.quoted(parts[1]));
    }
    return key;
  }

  /**
   * The same key under another name, which has another id.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public VerifierKey under(String other) {
    return of(other, publicKey);
  }

  /** The key's name. */
  public String name() {
    return name;
  }

  /** The first four bytes of the hash of name and key, by which a signature says whose it is. */
  public int id() {
    return id;
  }

  /** Whether the signature line claims to be of this key. */
  boolean isNamedBy(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  boolean verifies(byte[] text, byte[] signature) {
    return Ed25519.verify(publicKey, text, signature);
  }

  private String printedId() {
    return HexFormat.of().toHexDigits(id);
  }

  private static int id(String name, byte[] publicKey) {
    MessageDigest digest = Sha256.digest();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** As it is printed. */
  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(publicKey).array();
    return name + '+' + printedId() + '+' + StrictText.base64(typed);
  }
}
