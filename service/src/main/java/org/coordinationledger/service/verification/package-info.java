/** Verifies in the background what each side owns: at a bounded rate, one run at a time, told to all processes. */
@NullMarked
package org.coordinationledger.service.verification;

import org.jspecify.annotations.NullMarked;
