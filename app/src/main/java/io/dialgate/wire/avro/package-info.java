/**
 * Avro in the Confluent wire format: a zero byte, the schema's id in four bytes, big-endian, then Avro's binary encoding.
 *
 * <p>What belongs here: bytes to records of the contract and back, and the defence against bytes and schemas that were made
 * to hurt. Reading never throws for what bytes say; it throws only when the registry of schemas gives no answer. Start reading
 * at {@link io.dialgate.wire.avro.AvroCodec}; {@link io.dialgate.wire.avro.AvroSerializer} and its counterpart wrap it for
 * Kafka's clients, and {@link io.dialgate.wire.avro.ContractModel} says which classes may be made.
 */
@NullMarked
package io.dialgate.wire.avro;

import org.jspecify.annotations.NullMarked;
