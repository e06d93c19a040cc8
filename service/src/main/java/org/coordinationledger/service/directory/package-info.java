/** The names of organisations, for whoever has to know which organisation people mean. */
@NullMarked
package org.coordinationledger.service.directory;

import org.jspecify.annotations.NullMarked;
