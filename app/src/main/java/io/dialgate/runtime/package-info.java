/**
 * The composition root: what joins settings, topics, topologies, HTTP and metrics into one running Dialgate.
 *
 * <p>What belongs here: wiring, and the two kinds of failure that a person can do something about: {@link
 * io.dialgate.runtime.Refused} and {@link io.dialgate.runtime.Unreachable}. Decisions about calls do not belong here. Only
 * {@code cli} may import this package.
 */
@NullMarked
package io.dialgate.runtime;

import org.jspecify.annotations.NullMarked;
