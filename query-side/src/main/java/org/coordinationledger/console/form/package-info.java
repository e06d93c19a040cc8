/** Forms for every command, the steps that are possible now, and the way to the side that decides. */
@NullMarked
package org.coordinationledger.console.form;

import org.jspecify.annotations.NullMarked;
