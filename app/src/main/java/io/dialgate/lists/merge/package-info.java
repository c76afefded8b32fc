/**
 * Sorting and merging more numbers than memory holds.
 *
 * <p>What belongs here: pairs of a number and a payload, sorted on disk in runs, and what two sorted streams of them differ
 * in. Nothing here knows what a registry is. Memory is bounded by the size of one run and a buffer a run. Start reading at
 * {@link io.dialgate.lists.merge.Spool}.
 */
@NullMarked
package io.dialgate.lists.merge;

import org.jspecify.annotations.NullMarked;
