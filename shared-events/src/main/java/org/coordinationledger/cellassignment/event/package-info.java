/** Cell assignment: what happened on a member's way into a village cell, and what it means. */
@NullMarked
package org.coordinationledger.cellassignment.event;

import org.jspecify.annotations.NullMarked;
