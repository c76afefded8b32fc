/**
 * Where a phone may be: the countries, states and time zones that a number, and what a dialler knows of its owner, allow.
 *
 * <p>The answer is a set, never a guess: a number moves with its owner, an area code spans zones, and the rules of every
 * place that is possible have to be kept. Start reading at {@link io.dialgate.domain.place.Whereabouts}.
 */
@NullMarked
package io.dialgate.domain.place;

import org.jspecify.annotations.NullMarked;
