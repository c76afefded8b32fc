package io.dialgate.domain.audit.note;

import java.util.List;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.StrictText;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;

/**
 * What a log says of itself when it signs: whose it is, and its tree (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, not empty
 * @param head its size, unsigned, and root
 * @param extensions lines that others may add, none of them empty; ours have none, since no monitor can check them
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

  private static final String WHERE = "the checkpoint";
  private static final int MANDATORY = 3;

  /**
   * Copies.
   *
   * @throws IllegalArgumentException if a line is empty or has a line break
   */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new IllegalArgumentException("expected an origin and extensions of one line each, but got "
          + StrictText.quoted(origin) + " and " + extensions + "; name the log in one line");
    }
  }

  /** A checkpoint without extensions. */
  public static Checkpoint of(String origin, TreeHead head) {
    return new Checkpoint(origin, head, List.of());
  }

  /**
   * Reads a note's text.
   *
   * @throws NotProven if it is not in its format
   */
  public static Checkpoint parse(String text) throws NotProven {
    List<String> lines = List.of(text.split("\n", -1));
    // After the last newline there is one more, empty one.
    List<String> filled = lines.subList(0, lines.size() - 1);
    if (filled.size() < MANDATORY || !lines.getLast().isEmpty() || !filled.stream().allMatch(Checkpoint::isLine)) {
      throw new NotProven(WHERE, "origin, size and root, in lines that are not empty", StrictText.quoted(text));
    }
    var head = new TreeHead(StrictText.decimal(filled.get(1), WHERE), TreeHash.parse(filled.get(2), WHERE));
    return new Checkpoint(filled.getFirst(), head, filled.subList(MANDATORY, filled.size()));
  }

  /** The text that is signed. */
  public String text() {
    var text = new StringBuilder().append(origin).append('\n').append(Long.toUnsignedString(head.size())).append('\n')
        .append(head.root().base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean isLine(String line) {
    return !line.isEmpty() && line.chars().allMatch(c -> c >= ' ');
  }
}
