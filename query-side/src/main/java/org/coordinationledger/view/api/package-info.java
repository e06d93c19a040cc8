/** What is read over HTTP: records, histories, lists, figures, and the operation of views. */
@NullMarked
package org.coordinationledger.view.api;

import org.jspecify.annotations.NullMarked;
