/** Every refusal and failure as problem+json (RFC 9457), and the words of the product in Vietnamese and English. */
@NullMarked
package org.coordinationledger.service.problem;

import org.jspecify.annotations.NullMarked;
