/**
 * How bodies are signed that go over HTTP, ours and those of others.
 *
 * <p>What belongs here: the header's form, made and checked. Who has which secret is not decided here. Start reading at
 * {@link io.dialgate.wire.signature.BodySignature}.
 */
@NullMarked
package io.dialgate.wire.signature;

import org.jspecify.annotations.NullMarked;
