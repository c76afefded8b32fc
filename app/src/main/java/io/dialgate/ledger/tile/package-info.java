/**
 * A log's tiles in a folder: what an export writes, and what the service serves.
 *
 * <p>What belongs here: reading and writing the files durably. What is in them is the business of
 * {@link io.dialgate.domain.audit.tile}, which this package imports, and nothing else of ours. Start reading at
 * {@link io.dialgate.ledger.tile.TileWriter}.
 */
@NullMarked
package io.dialgate.ledger.tile;

import org.jspecify.annotations.NullMarked;
