package io.dialgate.domain.access;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name under which what it changes is audited
 * @param rights what it may do
 */
public record Caller(String name, Set<Right> rights) {

  public Caller {
    rights = Set.copyOf(rights);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }
}
