/** Working group: posts sent to help villages. */
@NullMarked
package org.coordinationledger.workinggroup.event;

import org.jspecify.annotations.NullMarked;
