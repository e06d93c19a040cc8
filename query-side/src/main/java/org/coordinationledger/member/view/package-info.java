/** Member: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.member.view;

import org.jspecify.annotations.NullMarked;
