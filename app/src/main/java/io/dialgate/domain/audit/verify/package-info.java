/**
 * What an outsider needs to check a log without trusting whoever runs it: a proof file for one entry, and the whole log against
 * its signed checkpoints.
 *
 * <p>What belongs here: everything that ends in "proven" or says where it is not. It reads from a
 * {@link io.dialgate.domain.audit.tile.TileSource} and knows neither what an entry means nor where tiles lie. It imports the
 * audit domain and nothing else of ours. Start reading at {@link io.dialgate.domain.audit.verify.LogVerifier}.
 */
@NullMarked
package io.dialgate.domain.audit.verify;

import org.jspecify.annotations.NullMarked;
