package io.dialgate.domain.risk.velocity;

import static org.assertj.core.api.Assertions.fail;

import java.util.Objects;

/** Holds velocities against true ones. Written out, since it is done millions of times. */
final class Same {

  private Same() {}

  /** They have to be equal in everything, and none of them a lower bound. */
  static void check(Placed placed, Velocities truth, String where) {
    if (!(placed instanceof Placed.Counted(Velocities told))) {
      fail("expected %s to be counted, but got %s", where, placed);
      return;
    }
    boolean same = Objects.equals(told.sinceLast(), truth.sinceLast());
    for (int i = 0; i < truth.windows().size(); i++) {
      WindowTallies a = told.windows().get(i);
      WindowTallies b = truth.windows().get(i);
      same &= same(a.count(), b.count()) && a.sums().keySet().equals(b.sums().keySet())
          && a.distincts().keySet().equals(b.distincts().keySet())
          && b.sums().keySet().stream().allMatch(it -> same(a.sum(it), b.sum(it)))
          && b.distincts().keySet().stream().allMatch(it -> same(a.distinct(it), b.distinct(it)));
    }
    if (!same) {
      fail("expected %s\n%s\nbut got\n%s", where, truth, told);
    }
  }

  private static boolean same(Tally told, Tally truth) {
    return !told.atLeast() && told.value().compareTo(truth.value()) == 0;
  }
}
