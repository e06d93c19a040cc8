/** Support: what was promised and given to people of communes or to posts. */
@NullMarked
package org.coordinationledger.support.event;

import org.jspecify.annotations.NullMarked;
