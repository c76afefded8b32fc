/**
 * How the gate's state is written to its stores: private Avro records behind a format byte.
 *
 * <p>What belongs here: serdes of domain values that no outsider reads. A change of their form is a new format byte. Start
 * reading at {@link io.dialgate.wire.state.StateSerde}.
 */
@NullMarked
package io.dialgate.wire.state;

import org.jspecify.annotations.NullMarked;
