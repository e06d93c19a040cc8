/** Verifies the texts that events name by their digests. */
@NullMarked
package org.coordinationledger.command.text;

import org.jspecify.annotations.NullMarked;
