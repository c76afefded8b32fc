package io.dialgate.ledger.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.NoteSignature;
import io.dialgate.domain.audit.note.SignedNote;
import io.dialgate.domain.audit.note.VerifierKey;

/**
 * An Ed25519 key pair. One pair signs for all logs: each log's key is the pair under the log's origin, which gives it an id of
 * its own. May be used by several threads.
 */
public final class SigningKey {

  static final String ALGORITHM = "Ed25519";

  private final PrivateKey privateKey;
  private final byte[] publicKey;

  private SigningKey(PrivateKey privateKey, byte[] publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key, from the platform's source of randomness. */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), raw(pair));
    } catch (GeneralSecurityException e) {
      throw withoutEd25519(e);
    }
  }

  /**
   * Reads PKCS#8 (RFC 8410), the content of a PEM file.
   *
   * @throws IllegalArgumentException if it is not an Ed25519 private key
   */
  public static SigningKey fromPkcs8(byte[] pkcs8) {
    try {
      PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      var pair = KeyPairGenerator.getInstance(ALGORITHM);
      pair.initialize(NamedParameterSpec.ED25519, new FixedSeed(seed));
      return new SigningKey(key, raw(pair.generateKeyPair())).tried();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "expected an Ed25519 private key in PKCS#8, but got something else; make one with \"openssl genpkey -algorithm"
              + " ed25519\"",
          e);
    }
  }

  /** The public key under this name: for a log, its origin. */
  public VerifierKey verifierKey(String name) {
    return VerifierKey.of(name, publicKey);
  }

  /**
   * Signs a text as a note with one signature.
   *
   * @param name the key's name: for a checkpoint, its origin
   * @param text with its last newline
   */
  public SignedNote sign(String name, String text) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(privateKey);
      signer.update(text.getBytes(UTF_8));
      return new SignedNote(text, List.of(NoteSignature.of(verifierKey(name), signer.sign())));
    } catch (GeneralSecurityException e) {
      throw withoutEd25519(e);
    }
  }

  /** PKCS#8, to be kept where only its owner can read it. */
  byte[] pkcs8() {
    return privateKey.getEncoded();
  }

  /** The public key was derived in a roundabout way: it must verify what the private one signs. */
  private SigningKey tried() {
    String name = "self-test";
    try {
      sign(name, name + '\n').verify(List.of(verifierKey(name)));
      return this;
    } catch (NotProven e) {
      throw new IllegalStateException("expected the key to verify its own signature, but got another public key; report"
          + " this platform's Java", e);
    }
  }

  /** The last 32 bytes of the SubjectPublicKeyInfo are the raw key. */
  private static byte[] raw(KeyPair pair) {
    byte[] spki = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(spki, spki.length - VerifierKey.KEY_BYTES, spki.length);
  }

  private static IllegalStateException withoutEd25519(GeneralSecurityException e) {
    return new IllegalStateException("expected Ed25519 from the Java platform, but got none; use a complete JDK", e);
  }
}
