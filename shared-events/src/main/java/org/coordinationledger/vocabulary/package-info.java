/** Value objects of the domain: valid, or they cannot be constructed. */
@NullMarked
package org.coordinationledger.vocabulary;

import org.jspecify.annotations.NullMarked;
