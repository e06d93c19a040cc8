/** What both sides say of a request that asked for a command: its key, and what was recorded under it. */
@NullMarked
package org.coordinationledger.service.request;

import org.jspecify.annotations.NullMarked;
