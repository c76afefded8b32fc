/**
 * How the gate's state is written to its stores: a format byte, then the fields in a fixed order, in Avro's binary primitives but
 * without a schema. It is read and written at every request, and a generic writer that walks a schema took a fifth of a
 * gate's time.
 *
 * <p>What belongs here: forms that no outsider reads. A change of a form is a new format byte. Start reading at {@link
 * io.dialgate.wire.state.GateStateSerdes}.
 */
@NullMarked
package io.dialgate.wire.state;

import org.jspecify.annotations.NullMarked;
