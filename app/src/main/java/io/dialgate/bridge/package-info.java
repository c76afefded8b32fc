/**
 * Contact-centre platforms: what they publish, read into records that the gate takes.
 *
 * <p>What belongs here: the platforms' own formats and what they mean to the gate. Reading and translating are pure; they
 * know of no connection. An event that cannot be read is told, and its neighbours go on. The ways out are in the packages below:
 * {@code feed} (what is told), {@code platform} (how), {@code delivery} and {@code oauth} (HTTP), {@code outbox} (Kafka). Start
 * reading at {@link io.dialgate.bridge.GenesysReader}, and for the ways out at {@link io.dialgate.bridge.outbox.Outbox}.
 */
@NullMarked
package io.dialgate.bridge;

import org.jspecify.annotations.NullMarked;
