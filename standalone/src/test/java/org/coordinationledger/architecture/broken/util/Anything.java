package org.coordinationledger.architecture.broken.util;

/** Breaks a rule on purpose. */
public interface Anything {}
