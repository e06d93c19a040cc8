/** What the service costs at size: the command line of the benchmarks. */
@NullMarked
package org.coordinationledger.benchmark;

import org.jspecify.annotations.NullMarked;
