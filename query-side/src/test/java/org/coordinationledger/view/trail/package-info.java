/** Parts of approval trails. */
@NullMarked
package org.coordinationledger.view.trail;

import org.jspecify.annotations.NullMarked;
