/** What the command side decides about outreach sessions. */
@NullMarked
package org.coordinationledger.outreach.command;

import org.jspecify.annotations.NullMarked;
