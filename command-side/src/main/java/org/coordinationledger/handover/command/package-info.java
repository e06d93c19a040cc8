/** What the command side decides and does about handovers. */
@NullMarked
package org.coordinationledger.handover.command;

import org.jspecify.annotations.NullMarked;
