/**
 * What the lists and the law say about one call: rules, findings, and the policy that is a list of rules.
 *
 * <p>A rule is one file and asks one question; it sees a {@link io.dialgate.domain.policy.Case} and can change nothing. All
 * rules are asked, always: a decision carries every reason. What follows from the findings is {@code gate}'s matter. Start
 * reading at {@link io.dialgate.domain.policy.Policy}.
 */
@NullMarked
package io.dialgate.domain.policy;

import org.jspecify.annotations.NullMarked;
