/** Commands over HTTP: binding, idempotency, retries, outcomes; one controller for all features. */
@NullMarked
package org.coordinationledger.command.api;

import org.jspecify.annotations.NullMarked;
