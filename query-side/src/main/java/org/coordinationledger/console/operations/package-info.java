/** How the service runs, for administrators and auditors. */
@NullMarked
package org.coordinationledger.console.operations;

import org.jspecify.annotations.NullMarked;
