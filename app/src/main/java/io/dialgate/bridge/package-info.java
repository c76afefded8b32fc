/**
 * Contact-centre platforms: what they publish, read into records that the gate takes.
 *
 * <p>What belongs here: the platforms' own formats and what they mean to the gate. Reading and translating are pure; they
 * know of no connection. An event that cannot be read is told, and its neighbours go on. Start reading at {@link
 * io.dialgate.bridge.GenesysReader}.
 */
@NullMarked
package io.dialgate.bridge;

import org.jspecify.annotations.NullMarked;
