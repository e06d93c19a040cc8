@NullMarked
package org.coordinationledger.benchmark.generated;

import org.jspecify.annotations.NullMarked;
