/** Random lives of records, for properties checked from seeds. */
@NullMarked
package org.coordinationledger.view.lives;

import org.jspecify.annotations.NullMarked;
