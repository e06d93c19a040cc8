package org.coordinationledger.architecture.broken.circle.two;

import org.coordinationledger.architecture.broken.circle.one.One;

/** Breaks a rule on purpose. */
public interface Two {
    One one();
}
