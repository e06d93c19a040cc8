/** What the service does by itself at set times, one process for all. */
@NullMarked
package org.coordinationledger.command.schedule;

import org.jspecify.annotations.NullMarked;
