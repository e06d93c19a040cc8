/** A ledger of any size whose every step the features' own folds have accepted, made from a seed. */
@NullMarked
package org.coordinationledger.benchmark.generated;

import org.jspecify.annotations.NullMarked;
