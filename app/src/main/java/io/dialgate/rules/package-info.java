/**
 * Policy documents, read and checked: YAML for people in, a {@link io.dialgate.domain.policy.law.LawBook} out.
 *
 * <p>What belongs here: the document's form, its schema, and every check that a schema cannot make. What a rule means for a
 * call is the domain's matter. A document with any fault is refused whole, with all its faults. Start reading at
 * {@link io.dialgate.rules.PolicyReader}; the format is told in {@code app/docs/policy.md}.
 */
@NullMarked
package io.dialgate.rules;

import org.jspecify.annotations.NullMarked;
