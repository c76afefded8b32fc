/**
 * Random histories of the gate, from a seed, against a naive oracle that shares no code with the domain. Start reading at {@link
 * io.dialgate.topology.history.RandomHistoryTest}.
 */
@NullMarked
package io.dialgate.topology.history;

import org.jspecify.annotations.NullMarked;
