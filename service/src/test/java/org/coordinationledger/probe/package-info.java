/** A service with nothing of its own, to test what every service gets. It stands where no side scans for components. */
package org.coordinationledger.probe;
