/** Information exchange: what the command side decides about it. */
@NullMarked
package org.coordinationledger.informationexchange.command;

import org.jspecify.annotations.NullMarked;
