package io.dialgate.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every proof of every tree of up to 300 leaves, against the recursive definitions, and as many that are not quite right. */
class ProofTwinTest {

  private static final int LEAVES = 300;
  private static final TreeHash OTHER = TreeHash.ofNothing();

  private final LeafHash leafHash = new LeafHash();
  private final List<byte[]> entries = IntStream.range(0, LEAVES).mapToObj(i -> new byte[]{(byte) i, (byte) (i >> 8)})
      .toList();
  private final NaiveProofs naive = new NaiveProofs(entries);
  private final NodeReader nodes = (level, index) -> naive.root((int) (index << level), (int) ((index + 1) << level));
  private int turn;

  @Test
  void shouldProveEveryEntryOfEveryTree() throws Exception {
    for (int size = 1; size <= LEAVES; size++) {
      for (int index = 0; index < size; index++) {
        // given
        TreeHash leaf = TreeHash.of(leafHash.of(entries.get(index)));

        // when
        List<TreeHash> proof = Inclusion.prove(index, size, nodes);

        // then
        assertThat(proof).as("%d of %d", index, size).isEqualTo(naive.path(index, 0, size));
        Inclusion.verify(naive.head(size), index, leaf, proof);
        rejectInclusion(size, index, leaf, proof);
      }
    }
  }

  private void rejectInclusion(int size, int index, TreeHash leaf, List<TreeHash> proof) {
    TreeHead head = naive.head(size);
    for (List<TreeHash> wrong : spoilt(proof)) {
      assertRejected(() -> Inclusion.verify(head, index, leaf, wrong));
    }
    assertRejected(() -> Inclusion.verify(head, index, OTHER, proof));
    assertRejected(() -> Inclusion.verify(new TreeHead(size, OTHER), index, leaf, proof));
    for (int other = Math.max(0, index - 2); other <= Math.min(size, index + 2); other++) {
      int another = other;
      if (other != index) {
        assertRejected(() -> Inclusion.verify(head, another, leaf, proof));
      }
    }
  }

  @Test
  void shouldProveEveryTreeTheBeginningOfEveryLater() throws Exception {
    for (int newer = 1; newer <= LEAVES; newer++) {
      for (int older = 1; older <= newer; older++) {
        // when
        List<TreeHash> proof = Consistency.prove(older, newer, nodes);

        // then
        assertThat(proof).as("%d of %d", older, newer).isEqualTo(naive.proof(older, newer));
        Consistency.verify(naive.head(older), naive.head(newer), proof);
        rejectConsistency(older, newer, proof);
      }
    }
  }

  private void rejectConsistency(int older, int newer, List<TreeHash> proof) {
    for (List<TreeHash> wrong : spoilt(proof)) {
      assertRejected(() -> Consistency.verify(naive.head(older), naive.head(newer), wrong));
    }
    assertRejected(() -> Consistency.verify(new TreeHead(older, OTHER), naive.head(newer), proof));
    assertRejected(() -> Consistency.verify(naive.head(older), new TreeHead(newer, OTHER), proof));
    assertRejected(() -> Consistency.verify(new TreeHead(0, TreeHash.ofNothing()), naive.head(newer), proof));
    if (older != newer) {
      assertRejected(() -> Consistency.verify(naive.head(newer), naive.head(older), proof));
      assertRejected(() -> Consistency.verify(naive.head(older), naive.head(newer), List.of()));
    }
  }

  /** One hash too many at either end, one too few at either end, and one hash another one. */
  private List<List<TreeHash>> spoilt(List<TreeHash> proof) {
    List<List<TreeHash>> all = new ArrayList<>();
    all.add(changed(proof, copy -> copy.addFirst(OTHER)));
    all.add(changed(proof, copy -> copy.addLast(OTHER)));
    if (!proof.isEmpty()) {
      all.add(proof.subList(1, proof.size()));
      all.add(proof.subList(0, proof.size() - 1));
      all.add(changed(proof, copy -> copy.addLast(copy.getLast())));
    }
    if (!proof.isEmpty()) {
      // Another place each time: over all trees, every place of every length comes up.
      int at = turn++ % proof.size();
      all.add(changed(proof, copy -> copy.set(at, OTHER)));
    }
    return all;
  }

  private static List<TreeHash> changed(List<TreeHash> proof, Consumer<List<TreeHash>> change) {
    List<TreeHash> copy = new ArrayList<>(proof);
    change.accept(copy);
    return copy;
  }

  private static void assertRejected(ThrowingCallable check) {
    assertThatExceptionOfType(NotProven.class).isThrownBy(check);
  }
}
