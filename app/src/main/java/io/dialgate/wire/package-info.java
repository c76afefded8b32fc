/**
 * What crosses the process's border: topics, and Avro records in the Confluent wire format as domain values.
 *
 * <p>What belongs here: the declaration of every topic, codecs, the client of the schema registry, and the translation
 * between Avro records and domain values. It knows the domain; the domain does not know it. Start reading at {@link
 * io.dialgate.wire.Topics}.
 */
@NullMarked
package io.dialgate.wire;

import org.jspecify.annotations.NullMarked;
