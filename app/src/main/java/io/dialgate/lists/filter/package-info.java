/**
 * The pre-filter: which numbers are surely on no list, told by keyed hashes without telling the numbers.
 *
 * <p>What belongs here: the Bloom filter, its hashes, and its file, whose format {@code app/docs/filter.md} describes with a
 * reader of its own; a change of it is a new version. Nothing here knows topics. Start reading at {@link
 * io.dialgate.lists.filter.BloomFilter}.
 */
@NullMarked
package io.dialgate.lists.filter;

import org.jspecify.annotations.NullMarked;
