/** What the query side shows of reminders. */
@NullMarked
package org.coordinationledger.reminder.view;

import org.jspecify.annotations.NullMarked;
