/** Figures: the dashboard, one figure with what it is made of, and why it has its value. */
@NullMarked
package org.coordinationledger.console.figure;

import org.jspecify.annotations.NullMarked;
