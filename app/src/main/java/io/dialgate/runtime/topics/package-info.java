/**
 * Makes the broker and the registry ready: topics that are there and fit, schemas that are known.
 *
 * <p>What belongs here: creating what is missing of {@link io.dialgate.wire.Topics#ALL}, checking what is there, registering
 * schemas. Nothing is created before everything that exists has been checked, so a refusal leaves the broker as it was.
 * Start reading at {@link io.dialgate.runtime.topics.TopicAdmin}.
 */
@NullMarked
package io.dialgate.runtime.topics;

import org.jspecify.annotations.NullMarked;
