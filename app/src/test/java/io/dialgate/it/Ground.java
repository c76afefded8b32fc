package io.dialgate.it;

import java.util.concurrent.atomic.AtomicInteger;

import io.dialgate.runtime.settings.Settings.Cluster;

/** A broker and a registry on which sites are set up, one after the other. */
final class Ground {

  private final Cluster cluster;
  private final AtomicInteger sites;

  private Ground(Cluster cluster, AtomicInteger sites) {
    this.cluster = cluster;
    this.sites = sites;
  }

  /**
   * A ground without sites.
   *
   * @param cluster where its broker and its registry answer
   */
  Ground(Cluster cluster) {
    this(cluster, new AtomicInteger());
  }

  /** Another broker beside the same registry, where the names of both are kept apart. */
  Ground withBroker(String bootstrapServers) {
    return new Ground(new Cluster(bootstrapServers, cluster.schemaRegistry()), sites);
  }

  Cluster cluster() {
    return cluster;
  }

  /** A name that no other site has or had here. */
  String newName(String subject) {
    return subject + "-" + sites.incrementAndGet();
  }
}
