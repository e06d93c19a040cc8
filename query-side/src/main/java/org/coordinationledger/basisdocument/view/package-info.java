/** Basis document: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.basisdocument.view;

import org.jspecify.annotations.NullMarked;
