/** Programme: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.programme.command;

import org.jspecify.annotations.NullMarked;
