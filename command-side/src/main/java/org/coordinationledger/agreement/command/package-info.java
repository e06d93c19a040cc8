/** Agreement: what the command side decides about it. */
@NullMarked
package org.coordinationledger.agreement.command;

import org.jspecify.annotations.NullMarked;
