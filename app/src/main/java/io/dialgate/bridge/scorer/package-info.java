/**
 * Asks an external scorer over HTTP about transactions that the rules have scored.
 *
 * <p>What belongs here: the calls, and the breaker that keeps them from a scorer that fails. Requests and answers come and go by
 * topics, so that no task of a topology ever waits for a network. Start reading at
 * {@link io.dialgate.bridge.scorer.ScorerLoop}.
 */
@NullMarked
package io.dialgate.bridge.scorer;

import org.jspecify.annotations.NullMarked;
