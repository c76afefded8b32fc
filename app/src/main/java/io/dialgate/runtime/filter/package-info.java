/**
 * The pre-filter of a running gate.
 *
 * <p>What belongs here: what the gate has on its lists, read from its topics and put into a filter. The filter itself is {@code
 * lists.filter}'s. Start reading at {@link io.dialgate.runtime.filter.FilterExport}.
 */
@NullMarked
package io.dialgate.runtime.filter;

import org.jspecify.annotations.NullMarked;
