/**
 * What is on the lists: entries, the events that put them there and take them off, and how events merge.
 *
 * <p>What belongs here: the merge rules of the Do-Not-Call table. What an entry means for a call is {@code policy}'s
 * question, what becomes of open allowances is {@code gate}'s. Start reading at {@link io.dialgate.domain.dnc.NumberEntries}.
 */
@NullMarked
package io.dialgate.domain.dnc;

import org.jspecify.annotations.NullMarked;
