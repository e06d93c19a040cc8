@NullMarked
package org.coordinationledger.cellassignment.view;

import org.jspecify.annotations.NullMarked;
