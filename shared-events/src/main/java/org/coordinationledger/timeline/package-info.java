/** The fold of two times that every feature shares: what was known when, and what held when. */
@NullMarked
package org.coordinationledger.timeline;

import org.jspecify.annotations.NullMarked;
