/** What every request passes: limits, correlation, the description of the API. */
@NullMarked
package org.coordinationledger.service.web;

import org.jspecify.annotations.NullMarked;
