/** Pages on which files of records are sent, looked over and recorded. */
@NullMarked
package org.coordinationledger.console.imports;

import org.jspecify.annotations.NullMarked;
