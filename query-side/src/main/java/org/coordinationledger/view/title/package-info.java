/** How people know records: titles made of facts, in either language. */
@NullMarked
package org.coordinationledger.view.title;

import org.jspecify.annotations.NullMarked;
