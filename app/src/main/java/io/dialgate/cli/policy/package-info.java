/**
 * {@code dialgate policy}: show, explain, publish, compare, and block in an emergency.
 *
 * <p>What belongs here: which document is meant, the words for its provisions, and what would change under another one.
 * The law is {@code rules} and {@code domain.policy}. Start reading at {@link io.dialgate.cli.policy.PolicyVerb}.
 */
@NullMarked
package io.dialgate.cli.policy;

import org.jspecify.annotations.NullMarked;
