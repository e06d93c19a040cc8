/** Both sides in one process, and the command line that starts them. */
@NullMarked
package org.coordinationledger.standalone;

import org.jspecify.annotations.NullMarked;
