/**
 * The demonstration: scenario files in the domain's words, turned into commands one by one, recorded through the public
 * HTTP API, and read back as figures.
 */
@NullMarked
package org.coordinationledger.demo;

import org.jspecify.annotations.NullMarked;
