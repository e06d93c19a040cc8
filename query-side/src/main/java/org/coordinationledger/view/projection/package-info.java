/** Carries views on with every event, builds them anew beside the live ones, and swaps. */
@NullMarked
package org.coordinationledger.view.projection;

import org.jspecify.annotations.NullMarked;
