/** What can be asked of reminders, and the task that sends them. */
@NullMarked
package org.coordinationledger.reminder.command;

import org.jspecify.annotations.NullMarked;
