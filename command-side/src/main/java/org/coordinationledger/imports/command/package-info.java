/** Records from spreadsheets: files are read, every row is tried, and what was confirmed is recorded row by row. */
@NullMarked
package org.coordinationledger.imports.command;

import org.jspecify.annotations.NullMarked;
