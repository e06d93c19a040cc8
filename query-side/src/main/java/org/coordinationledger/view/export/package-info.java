/** What is read as whole files: CSV, XLSX, JSON Lines. */
@NullMarked
package org.coordinationledger.view.export;

import org.jspecify.annotations.NullMarked;
