/** What both sides need to run as a service; it knows no feature. */
@NullMarked
package org.coordinationledger.service;

import org.jspecify.annotations.NullMarked;
