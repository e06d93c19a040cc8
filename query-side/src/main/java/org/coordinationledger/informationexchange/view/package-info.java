/** What the query side shows of information exchanges. */
@NullMarked
package org.coordinationledger.informationexchange.view;

import org.jspecify.annotations.NullMarked;
