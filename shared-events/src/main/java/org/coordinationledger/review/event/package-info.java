/** Review: what happened to an interim, mid-term or final review, and what it means. */
@NullMarked
package org.coordinationledger.review.event;

import org.jspecify.annotations.NullMarked;
