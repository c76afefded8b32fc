/**
 * The gate's topology in the domain's words, for tests: diallers ask, people opt out, registries change, time passes, and
 * decisions, alerts and receipts are read.
 *
 * <p>No test that uses it mentions topics, serializers or drivers. It runs over one partition: a wrong key can be told here, a
 * wrong partition cannot. Start reading at {@link io.dialgate.topology.story.GateStory}.
 */
@NullMarked
package io.dialgate.topology.story;

import org.jspecify.annotations.NullMarked;
