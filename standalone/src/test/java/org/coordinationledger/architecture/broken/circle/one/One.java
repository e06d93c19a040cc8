package org.coordinationledger.architecture.broken.circle.one;

import org.coordinationledger.architecture.broken.circle.two.Two;

/** Breaks a rule on purpose. */
public interface One {
    Two two();
}
