/** Basis document: what happened to a regulation, decision or letter that others cite, and what it means. */
@NullMarked
package org.coordinationledger.basisdocument.event;

import org.jspecify.annotations.NullMarked;
