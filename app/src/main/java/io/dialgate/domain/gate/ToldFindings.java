package io.dialgate.domain.gate;

import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.hash.Utf8;
import io.dialgate.domain.policy.Finding;

/**
 * The findings that a decision tells. Their texts come from policies and producers; together they are bounded, so that a
 * decision always fits into an entry of the audit. What does not fit has had its say in the verdict.
 */
final class ToldFindings {

  /** Bytes of all findings of a decision. Some sixty usual ones fit. */
  static final int MAX_BYTES = 20_000;

  /** Beside its texts: the lengths of four texts, and a time. */
  private static final int OVERHEAD_BYTES = 24;

  private ToldFindings() {}

  static List<Finding> of(List<Finding> found) {
    return bytes(found) <= MAX_BYTES ? found : bounded(found);
  }

  /** Those that block before those that do not; each in its order. */
  private static List<Finding> bounded(List<Finding> found) {
    var told = new ArrayList<Finding>();
    int left = MAX_BYTES;
    for (boolean blocking : new boolean[]{true, false}) {
      for (Finding finding : found) {
        int bytes = bytes(finding);
        if (finding.blocks() == blocking && bytes <= left) {
          told.add(finding);
          left -= bytes;
        }
      }
    }
    return told;
  }

  private static int bytes(List<Finding> found) {
    int bytes = 0;
    for (Finding finding : found) {
      bytes += bytes(finding);
    }
    return bytes;
  }

  private static int bytes(Finding finding) {
    return Utf8.bytes(finding.citation()) + Utf8.bytes(finding.observed()) + Utf8.bytes(finding.listId())
        + finding.code().name().length() + OVERHEAD_BYTES;
  }
}
