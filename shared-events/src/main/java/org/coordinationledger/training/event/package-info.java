/** Training: courses that organisations run for members and officers. */
@NullMarked
package org.coordinationledger.training.event;

import org.jspecify.annotations.NullMarked;
