/**
 * A broker and a schema registry for a machine that has none: real ones, as processes of their own, on loopback.
 *
 * <p>The only package that may start them or name their classes. Nothing here knows of Dialgate; only {@code cli} may import
 * it. Start reading at {@link io.dialgate.embedded.EmbeddedMachine}.
 */
@NullMarked
package io.dialgate.embedded;

import org.jspecify.annotations.NullMarked;
