package io.dialgate.domain.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PATH and PROOF written down from RFC 9162, sections 2.1.3 and 2.1.4, word by word, over {@link NaiveTree}. A range's hash is
 * kept once it is known, which changes nothing but the time.
 */
final class NaiveProofs {

  private record Range(int from, int to) {}

  private final List<byte[]> entries;
  private final Map<Range, TreeHash> known = new HashMap<>();

  NaiveProofs(List<byte[]> entries) {
    this.entries = entries;
  }

  TreeHash root(int from, int to) {
    TreeHash hash = known.get(new Range(from, to));
    if (hash == null) {
      hash = TreeHash.of(NaiveTree.root(entries.subList(from, to)));
      known.put(new Range(from, to), hash);
    }
    return hash;
  }

  TreeHead head(int size) {
    return new TreeHead(size, root(0, size));
  }

  /** PATH(m, D[from:to]). */
  List<TreeHash> path(int m, int from, int to) {
    int n = to - from;
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? and(path(m, from, from + k), root(from + k, to))
        : and(path(m - k, from + k, to), root(from, from + k));
  }

  /** PROOF(m, D[0:n]). */
  List<TreeHash> proof(int m, int n) {
    return subproof(m, 0, n, true);
  }

  private List<TreeHash> subproof(int m, int from, int to, boolean isComplete) {
    int n = to - from;
    if (m == n) {
      return isComplete ? List.of() : List.of(root(from, to));
    }
    int k = split(n);
    return m <= k
        ? and(subproof(m, from, from + k, isComplete), root(from + k, to))
        : and(subproof(m - k, from + k, to, false), root(from, from + k));
  }

  /** The largest power of two below n. */
  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<TreeHash> and(List<TreeHash> hashes, TreeHash last) {
    List<TreeHash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
