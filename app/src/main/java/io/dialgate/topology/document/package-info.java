/**
 * Documents that are published and put in force while a topology runs: policies, risk models. Each task has a shelf of them,
 * and switches between two records of its input.
 *
 * <p>Topologies import this package; it imports none of them. Start reading at {@link io.dialgate.topology.document.Shelf}.
 */
@NullMarked
package io.dialgate.topology.document;

import org.jspecify.annotations.NullMarked;
