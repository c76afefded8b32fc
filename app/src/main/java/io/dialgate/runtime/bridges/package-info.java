/**
 * The bridges out, put together from settings: profiles are read and checked, destinations made of them, outboxes started.
 *
 * <p>What belongs here: wiring, and telling a person what is wrong with a profile or its settings before anything is started. Start
 * reading at {@link io.dialgate.runtime.bridges.Bridges}.
 */
@NullMarked
package io.dialgate.runtime.bridges;

import org.jspecify.annotations.NullMarked;
