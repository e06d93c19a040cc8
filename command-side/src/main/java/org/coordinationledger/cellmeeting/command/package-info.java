/** Cell meeting: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.cellmeeting.command;

import org.jspecify.annotations.NullMarked;
