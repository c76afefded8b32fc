/**
 * A dialler of our own: what the command line and the API use to ask the gate. It goes through the same topics as everybody
 * else; there is no other way in. Start reading at {@link io.dialgate.runtime.client.GateClient}.
 */
@NullMarked
package io.dialgate.runtime.client;

import org.jspecify.annotations.NullMarked;
