/** Programme: what happened to a resolution, plan or programme with targets, and what it means. */
@NullMarked
package org.coordinationledger.programme.event;

import org.jspecify.annotations.NullMarked;
