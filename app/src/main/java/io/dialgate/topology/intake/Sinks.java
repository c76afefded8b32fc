package io.dialgate.topology.intake;

/**
 * The sinks of an intake, by the names of their nodes. A sink that two sub-topologies shared would make one of them.
 *
 * @param rejected what is rejected
 * @param multicast what concerns every task
 * @param alerts what a person should look at
 */
public record Sinks(String rejected, String multicast, String alerts) {

  /** Those of the gate. */
  public static final Sinks GATE = new Sinks("write-rejected-records", "multicast-wide-entries", "write-alerts");

  /** Those of what is sent on to every task of the gate. */
  public static final Sinks SPREAD = new Sinks("reject-what-cannot-be-spread", "multicast-circumstances",
      "alert-of-what-cannot-be-spread");
}
