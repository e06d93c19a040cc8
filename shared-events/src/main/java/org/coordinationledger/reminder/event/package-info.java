/** Reminders: that an organisation was told what is overdue, and took note. */
@NullMarked
package org.coordinationledger.reminder.event;

import org.jspecify.annotations.NullMarked;
