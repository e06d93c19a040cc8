/** The console: what officers, inspectors, auditors and leaders see. */
@NullMarked
package org.coordinationledger.console;

import org.jspecify.annotations.NullMarked;
