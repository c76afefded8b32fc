/**
 * {@code dialgate filter}: a Bloom filter out, and numbers split by one.
 *
 * <p>What belongs here: the verbs' options and the secret that numbers are hashed with. The filter and its file are
 * {@code lists.filter}. Start reading at {@link io.dialgate.cli.filter.FilterVerb}.
 */
@NullMarked
package io.dialgate.cli.filter;

import org.jspecify.annotations.NullMarked;
