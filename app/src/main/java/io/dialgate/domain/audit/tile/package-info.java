/**
 * The log as files of at most 256 hashes or entries: C2SP tlog-tiles.
 *
 * <p>What belongs here: which tile holds what, how it is called and what is in it; reading tiles that nobody vouches for; and
 * the tree that grows tile by tile. Where tiles lie (a folder, an HTTP address) is the business of whoever implements
 * {@link io.dialgate.domain.audit.tile.TileSource}. It imports the tree and nothing else of ours. Start reading at
 * {@link io.dialgate.domain.audit.tile.Tile}, then {@link io.dialgate.domain.audit.tile.TileTree}.
 */
@NullMarked
package io.dialgate.domain.audit.tile;

import org.jspecify.annotations.NullMarked;
