package io.dialgate.domain.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.StrictText;

/**
 * A text and the signatures under it (C2SP signed-note).
 *
 * <pre>
 * text, which ends with a newline
 * an empty line, the last one of the note
 * one signature line or more
 * </pre>
 *
 * What was read and is written again has the same bytes.
 *
 * @param text with its last newline; it is signed as it stands
 * @param signatures 1 to {@value #MAX_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** More signatures than this are not read. The specification asks for at least 16. */
  public static final int MAX_SIGNATURES = 100;

  private static final String WHERE = "the signed note";

  /**
   * Copies.
   *
   * @throws IllegalArgumentException if this is no note that can be read again
   */
  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!isText(text) || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException(
          ("expected a text without control characters that ends with a newline, and 1 to %d signatures, but got %s and %d"
              + " signatures; sign a text of lines").formatted(MAX_SIGNATURES, StrictText.quoted(text),
                  signatures.size()));
    }
  }

  /**
   * Reads a note. Nothing in it is to be believed before {@link #verify}.
   *
   * @throws NotProven if it is not in its format
   */
  public static SignedNote parse(byte[] note) throws NotProven {
    String all = StrictText.utf8(note, WHERE);
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !isText(all)) {
      throw new NotProven(WHERE, "lines of text, an empty line and signature lines", StrictText.quoted(all));
    }
    String lines = all.substring(split + 2);
    if (lines.isEmpty()) {
      throw new NotProven(WHERE, "a signature line at its end", "none");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      if (signatures.size() == MAX_SIGNATURES) {
        throw new NotProven(WHERE, "at most " + MAX_SIGNATURES + " signatures", "more");
      }
      signatures.add(NoteSignature.parse(line, WHERE));
    }
    return new SignedNote(all.substring(0, split + 1), signatures);
  }

  /**
   * Checks the signatures of known keys. Those of unknown keys are passed over, also if name or id alone is known.
   *
   * @param known the keys that are trusted
   * @throws NotProven if no signature is of a known key, or one claims to be and is not
   */
  public void verify(List<VerifierKey> known) throws NotProven {
    byte[] signed = text.getBytes(UTF_8);
    boolean isSigned = false;
    for (NoteSignature signature : signatures) {
      List<VerifierKey> named = known.stream().filter(key -> key.isNamedBy(signature)).toList();
      if (!named.isEmpty() && named.stream().noneMatch(key -> key.verifies(signed, signature.signature()))) {
        throw new NotProven(WHERE, "a signature of " + named.getFirst(), "one that is not of that key");
      }
      isSigned |= !named.isEmpty();
    }
    if (!isSigned) {
      throw new NotProven(WHERE, "a signature of "
          + known.stream().map(VerifierKey::toString).collect(Collectors.joining(" or ")), "only others");
    }
  }

  /** The note as it is kept and sent, in UTF-8. */
  public byte[] bytes() {
    return (text + '\n' + signatures.stream().map(signature -> signature.line() + '\n').collect(Collectors.joining()))
        .getBytes(UTF_8);
  }

  private static boolean isText(String text) {
    return text.endsWith("\n") && text.chars().allMatch(c -> c == '\n' || c >= ' ');
  }
}
