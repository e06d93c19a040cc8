/** Member: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.member.command;

import org.jspecify.annotations.NullMarked;
