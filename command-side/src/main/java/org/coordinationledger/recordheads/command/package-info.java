/** Records where all records end, from which it is proved that nothing of one was left out. */
@NullMarked
package org.coordinationledger.recordheads.command;

import org.jspecify.annotations.NullMarked;
