/** Texts that are too long for an event, stored under their digests. */
@NullMarked
package org.coordinationledger.service.text;

import org.jspecify.annotations.NullMarked;
