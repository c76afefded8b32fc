/**
 * The benchmarks: the real application against what a good engineer writes in an afternoon, on the same broker in the same run,
 * in turns.
 *
 * <p>What belongs here: contestants, workloads, rounds and figures. A figure is a ratio, with median and spread; an absolute
 * one is told for the record only. Only {@code cli} may import it. Start reading at {@link io.dialgate.bench.DecideBench}.
 */
@NullMarked
package io.dialgate.bench;

import org.jspecify.annotations.NullMarked;
