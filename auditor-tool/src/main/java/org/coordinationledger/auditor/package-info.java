/**
 * The auditor: mirrors, verifies and replays a ledger from the outside. It trusts the keys that it was given and
 * nothing else; it folds records with the shared events and knows neither side of the service.
 */
@NullMarked
package org.coordinationledger.auditor;

import org.jspecify.annotations.NullMarked;
