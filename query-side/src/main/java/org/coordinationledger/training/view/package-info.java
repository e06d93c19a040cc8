/** What the query side shows of training courses. */
@NullMarked
package org.coordinationledger.training.view;

import org.jspecify.annotations.NullMarked;
