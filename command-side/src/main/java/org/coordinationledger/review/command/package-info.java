/** Review: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.review.command;

import org.jspecify.annotations.NullMarked;
