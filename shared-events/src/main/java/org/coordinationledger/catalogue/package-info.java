/** The only place where stored names are fixed: event names and revisions, and the JSON form of events. */
@NullMarked
package org.coordinationledger.catalogue;

import org.jspecify.annotations.NullMarked;
