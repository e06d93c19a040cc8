/** What happens to agreements (coordination rules and programmes), and what it means. */
@NullMarked
package org.coordinationledger.agreement.event;

import org.jspecify.annotations.NullMarked;
