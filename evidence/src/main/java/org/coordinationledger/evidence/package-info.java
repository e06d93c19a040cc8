/**
 * A record's evidence: its steps folded from its entries and told in words, and its case file, which anybody checks offline.
 * The service and the auditor write both with this code, so that one checks what the other wrote; it knows neither where
 * entries are kept nor how a log is verified.
 *
 * <p>Start with {@link org.coordinationledger.evidence.CaseFiles} and {@link org.coordinationledger.evidence.StepLines}.
 */
@NullMarked
package org.coordinationledger.evidence;

import org.jspecify.annotations.NullMarked;
