package io.dialgate.it;

import io.dialgate.runtime.settings.Settings.Cluster;

/**
 * A broker and a registry on which sites are set up.
 *
 * @param name for the titles of tests
 * @param cluster where they answer
 */
record Ground(String name, Cluster cluster) {

  @Override
  public String toString() {
    return name;
  }
}
