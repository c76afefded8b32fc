package io.dialgate.domain.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

import io.dialgate.domain.audit.TreeHead;

/** A key that signs, for tests of those who only verify. */
public final class TestKey {

  private final KeyPair pair;
  public final VerifierKey verifier;

  public TestKey(String name) {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    byte[] spki = pair.getPublic().getEncoded();
    verifier = VerifierKey.of(name, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
  }

  public NoteSignature sign(String text) {
    return signAs(verifier, text);
  }

  /** A signature of this key that claims to be another's. */
  public NoteSignature signAs(VerifierKey other, String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(text.getBytes(UTF_8));
      return NoteSignature.of(other, signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public byte[] checkpoint(TreeHead head) {
    String text = Checkpoint.of(verifier.name(), head).text();
    return new SignedNote(text, List.of(sign(text))).bytes();
  }
}
