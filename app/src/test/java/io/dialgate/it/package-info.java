/**
 * Dialgate against a real broker and a real registry: killed, joined, fed with poison and with foreign partitioners.
 *
 * <p>A {@link io.dialgate.it.Ground} is a broker and a registry; a {@link io.dialgate.it.Site} is one Dialgate on it, with topics,
 * application ids and a folder of its own, so that tests share the ground and nothing else. What is written once here runs on
 * every ground that the machine has: see {@link io.dialgate.it.OnEveryGround}. {@link io.dialgate.it.Traffic} is what is sent there,
 * {@link io.dialgate.it.Kills} what happens meanwhile, {@link io.dialgate.it.Expected} what must have come of it. Start reading at
 * {@code OptOutSeenIT}.
 */
@NullMarked
package io.dialgate.it;

import org.jspecify.annotations.NullMarked;
