/** The service as it runs, started as processes and measured over HTTP. */
@NullMarked
package org.coordinationledger.benchmark.measured;

import org.jspecify.annotations.NullMarked;
