package io.dialgate.topology.intake;

/**
 * Where an intake forwards to, by the names of the nodes. A sink that two sub-topologies shared would make one of them.
 *
 * @param admitted the processor that sees what may come in
 * @param rekeyed what belongs elsewhere
 * @param notices what is known about producers that write to wrong partitions
 * @param rejected what is rejected
 * @param multicast what concerns every task
 * @param alerts what a person should look at
 */
public record Sinks(String admitted, String rekeyed, String notices, String rejected, String multicast,
    String alerts) {}
