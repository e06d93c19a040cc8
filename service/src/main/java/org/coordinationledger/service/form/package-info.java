/** What the command side tells clients that offer forms: what commands take, and which steps are possible. */
@NullMarked
package org.coordinationledger.service.form;

import org.jspecify.annotations.NullMarked;
