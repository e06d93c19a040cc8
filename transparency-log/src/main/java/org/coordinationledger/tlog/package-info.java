/**
 * A transparency log in the formats of C2SP: signed notes, checkpoints, tiles, proofs and cosignatures. Plain Java; it
 * knows neither where tiles are kept nor what entries say.
 *
 * <p>Start with {@link org.coordinationledger.tlog.TreeBuilder} (growing a tree),
 * {@link org.coordinationledger.tlog.TiledTree} (reading one and making proofs),
 * {@link org.coordinationledger.tlog.TrustPolicy} (opening a checkpoint) and
 * {@link org.coordinationledger.tlog.LogProof} (one entry's proof as a file). Whatever was written by others and is not
 * as it must be is refused with {@link org.coordinationledger.tlog.RefusedException}.
 */
@NullMarked
package org.coordinationledger.tlog;

import org.jspecify.annotations.NullMarked;
