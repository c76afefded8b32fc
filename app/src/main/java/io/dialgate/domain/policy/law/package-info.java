/**
 * The law as data: provisions, each of one region and one kind, and what they say about a call.
 *
 * <p>A {@link io.dialgate.domain.policy.law.LawBook} holds the provisions of one policy document; nothing about a state or a
 * country is written in code. A provision's {@link io.dialgate.domain.policy.law.Measure} says what kind of thing it asks
 * for. Every provision that applies is asked, always: several can find the same code, each with its own citation.
 */
@NullMarked
package io.dialgate.domain.policy.law;

import org.jspecify.annotations.NullMarked;
