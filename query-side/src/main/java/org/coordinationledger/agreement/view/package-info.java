/** What the query side shows of agreements. */
@NullMarked
package org.coordinationledger.agreement.view;

import org.jspecify.annotations.NullMarked;
