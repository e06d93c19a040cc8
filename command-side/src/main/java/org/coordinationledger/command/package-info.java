/** The command side as a service: what composes it. */
@NullMarked
package org.coordinationledger.command;

import org.jspecify.annotations.NullMarked;
