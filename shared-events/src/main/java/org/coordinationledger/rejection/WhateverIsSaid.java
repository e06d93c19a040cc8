package org.coordinationledger.rejection;

/**
 * Marks a {@link Rejection} that says nothing about the wording of a step: it is about how far the record, or the part
 * of it that the step names, has come, or about who acts. Where such a refusal is met for every part of the record that
 * could be named, the step cannot be taken by this actor now, whatever is said in it; any other refusal can be answered
 * by saying something else.
 */
public interface WhateverIsSaid {}
