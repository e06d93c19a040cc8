/** Organisation: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.organisation.command;

import org.jspecify.annotations.NullMarked;
