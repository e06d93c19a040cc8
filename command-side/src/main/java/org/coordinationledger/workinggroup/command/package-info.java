/** Working group: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.workinggroup.command;

import org.jspecify.annotations.NullMarked;
