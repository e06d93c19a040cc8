/** The register of documents by issuer, kind and series of numbers, with its gaps and doubles. */
@NullMarked
package org.coordinationledger.view.register;

import org.jspecify.annotations.NullMarked;
