package org.coordinationledger.timeline;

import org.coordinationledger.rejection.Rejection;

/** A step that the fold refused in its place. Accepted records have none; views list those that arise all the same. */
public record Misfit(Step<?> step, Rejection rejection) {}
