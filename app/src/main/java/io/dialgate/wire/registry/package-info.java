/**
 * The registry of schemas: what id a schema has, and what schema an id means.
 *
 * <p>What belongs here: the port {@link io.dialgate.wire.registry.SchemaRegistry}, its two implementations, and the three ways
 * to fail that a caller has to tell apart: no answer (wait), no such schema (the record is poison), not compatible (the
 * deployment is wrong). Start reading at {@link io.dialgate.wire.registry.ConfluentRegistry}. Nothing here knows of Kafka.
 */
@NullMarked
package io.dialgate.wire.registry;

import org.jspecify.annotations.NullMarked;
