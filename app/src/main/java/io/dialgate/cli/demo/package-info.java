/**
 * The demo's story, one act a file, in the order of their numbers; {@link io.dialgate.cli.demo.Demo} plays them.
 *
 * <p>What belongs here: what is fed in, what must come out, and the words for it. Nothing is pretended: records go through a
 * real broker, registry and service, and what is told and checked was read back from the topics. The samples lie beside it
 * in the resources. Only {@code cli} may import this package. Start reading at {@link io.dialgate.cli.demo.Demo}.
 */
@NullMarked
package io.dialgate.cli.demo;

import org.jspecify.annotations.NullMarked;
