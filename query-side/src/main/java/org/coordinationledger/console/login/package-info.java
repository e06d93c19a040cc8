/** Logging in to the console. */
@NullMarked
package org.coordinationledger.console.login;

import org.jspecify.annotations.NullMarked;
