/** Working group: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.workinggroup.view;

import org.jspecify.annotations.NullMarked;
