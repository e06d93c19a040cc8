/** The register of documents: numbers of an issuer, with what is missing and what is there twice. */
@NullMarked
package org.coordinationledger.console.document;

import org.jspecify.annotations.NullMarked;
