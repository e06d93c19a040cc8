/** What the command side decides about training courses. */
@NullMarked
package org.coordinationledger.training.command;

import org.jspecify.annotations.NullMarked;
