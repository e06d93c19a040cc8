/** Committee appointment: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.appointment.view;

import org.jspecify.annotations.NullMarked;
