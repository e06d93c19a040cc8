/** What the command side decides about support activities. */
@NullMarked
package org.coordinationledger.support.command;

import org.jspecify.annotations.NullMarked;
