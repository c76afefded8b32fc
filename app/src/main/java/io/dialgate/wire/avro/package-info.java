/** Avro in the Confluent wire format. */
@NullMarked
package io.dialgate.wire.avro;

import org.jspecify.annotations.NullMarked;
