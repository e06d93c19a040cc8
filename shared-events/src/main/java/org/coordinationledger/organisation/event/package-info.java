/** Organisation: what happened to a committee, command, post or cell, and what it means. */
@NullMarked
package org.coordinationledger.organisation.event;

import org.jspecify.annotations.NullMarked;
