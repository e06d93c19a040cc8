/** Committee appointment: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.appointment.command;

import org.jspecify.annotations.NullMarked;
