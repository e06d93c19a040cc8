/** What is read as whole files: CSV, XLSX, JSON Lines, PDF. */
@NullMarked
package org.coordinationledger.view.export;

import org.jspecify.annotations.NullMarked;
