/**
 * Policies and risk models, read and checked: YAML for people in, a {@link io.dialgate.domain.policy.law.LawBook} or a
 * {@link io.dialgate.domain.risk.RiskModel} out.
 *
 * <p>What belongs here: the document's form, its schema, and every check that a schema cannot make. What a rule means
 * is the domain's matter. A document with any fault is refused whole, with all its faults. Start reading at
 * {@link io.dialgate.rules.PolicyReader} and {@link io.dialgate.rules.ModelReader}; formats are told in {@code app/docs}.
 */
@NullMarked
package io.dialgate.rules;

import org.jspecify.annotations.NullMarked;
