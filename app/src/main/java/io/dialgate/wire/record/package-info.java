/**
 * Avro records as domain values, and domain values as Avro records: one file a record.
 *
 * <p>What belongs here: the checks that a record has to pass before the domain sees it (symbols, lengths, forms), and nothing
 * that decides about a call. A record that does not pass is a {@link io.dialgate.wire.record.RefusedRecord}. Start reading at
 * {@link io.dialgate.wire.record.Arrival}.
 */
@NullMarked
package io.dialgate.wire.record;

import org.jspecify.annotations.NullMarked;
