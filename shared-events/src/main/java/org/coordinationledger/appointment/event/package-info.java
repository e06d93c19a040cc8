/** Committee appointment: a post's officer in a district or commune committee. */
@NullMarked
package org.coordinationledger.appointment.event;

import org.jspecify.annotations.NullMarked;
