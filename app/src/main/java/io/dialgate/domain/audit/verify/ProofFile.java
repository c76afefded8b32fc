package io.dialgate.domain.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.dialgate.domain.audit.Inclusion;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.StrictText;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;

/**
 * Proof that an entry is in a log, in one file that can be checked offline (C2SP tlog-proof).
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * [extra BASE64]
 * index DECIMAL
 * BASE64                  a hash a line, from the leaf's sibling to the root's child; none for a log of one entry
 *
 * the checkpoint as it was signed
 * </pre>
 *
 * @param extra base64 of what the application adds; nobody vouches for it
 * @param index of the entry, unsigned
 * @param proof at most {@value #MAX_HASHES} hashes
 * @param checkpoint the signed note, byte for byte
 */
public record ProofFile(Optional<String> extra, long index, List<TreeHash> proof, String checkpoint) {

  /** The file's extension. */
  public static final String EXTENSION = ".tlog-proof";

  /** One for each bit of a size. */
  public static final int MAX_HASHES = 64;

  private static final String WHERE = "the proof file";
  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /** Copies. */
  public ProofFile {
    proof = List.copyOf(proof);
  }

  /**
   * Reads a file. Nothing in it is to be believed before {@link #check}.
   *
   * @throws NotProven if it is not in its format
   */
  public static ProofFile parse(byte[] file) throws NotProven {
    String all = StrictText.utf8(file, WHERE);
    int split = all.indexOf("\n\n");
    if (split < 0) {
      throw new NotProven(WHERE, "an empty line before the checkpoint", "none");
    }
    var lines = new ArrayList<>(List.of(all.substring(0, split).split("\n", -1)));
    if (!lines.removeFirst().equals(FIRST_LINE)) {
      throw new NotProven(WHERE, "the first line " + FIRST_LINE, StrictText.quoted(all));
    }
    Optional<String> extra = Optional.empty();
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      extra = Optional.of(lines.removeFirst().substring(EXTRA.length()));
      StrictText.base64(extra.get(), WHERE);
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw new NotProven(WHERE, "a line \"index\" with a number", lines.isEmpty() ? "none" : lines.getFirst());
    }
    long index = StrictText.decimal(lines.removeFirst().substring(INDEX.length()), WHERE);
    return new ProofFile(extra, index, hashes(lines), all.substring(split + 2));
  }

  private static List<TreeHash> hashes(List<String> lines) throws NotProven {
    if (lines.size() > MAX_HASHES) {
      throw new NotProven(WHERE, "at most " + MAX_HASHES + " hashes", Integer.toString(lines.size()));
    }
    List<TreeHash> hashes = new ArrayList<>();
    for (String line : lines) {
      hashes.add(TreeHash.parse(line, WHERE));
    }
    return hashes;
  }

  /** The file's bytes. */
  public byte[] bytes() {
    var text = new StringBuilder(FIRST_LINE).append('\n');
    extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
    text.append(INDEX).append(Long.toUnsignedString(index)).append('\n');
    proof.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint).toString().getBytes(UTF_8);
  }

  /**
   * Checks that the entry is in the log, at the index that the file names. Needs nothing but its arguments.
   *
   * @param entry its exact bytes
   * @param key the log's, known from elsewhere
   * @return the checkpoint that commits the log to the entry
   * @throws NotProven if any of it does not fit
   */
  public SignedCheckpoint check(byte[] entry, VerifierKey key) throws NotProven {
    SignedCheckpoint signed = SignedCheckpoint.open(checkpoint.getBytes(UTF_8), key);
    Inclusion.verify(signed.head(), index, TreeHash.of(new LeafHash().of(entry)), proof);
    return signed;
  }
}
