package io.dialgate.domain.risk;

import java.util.List;

/**
 * One thing that a score is made of: the points of the first band that holds, times the weight, and no more than the cap.
 *
 * @param id names it in contributions
 * @param source what it looks at
 * @param bands in the order in which they are asked
 * @param otherwise the points where no band holds
 * @param weight by what the points are multiplied
 * @param cap the most that it adds
 */
public record Feature(String id, Source source, List<Band> bands, int otherwise, int weight, int cap) {

  /** Keeps its own copy. */
  public Feature {
    bands = List.copyOf(bands);
  }

  /** What it adds where its band gives so many points. */
  int weighed(int points) {
    return Math.min(cap, points * weight);
  }
}
