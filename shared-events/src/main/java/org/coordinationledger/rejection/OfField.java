package org.coordinationledger.rejection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field of a step that a {@link Rejection} is always about, whatever was given in it or though nothing was; where the
 * refused value may stand in one field or another, its component is marked {@link Given} instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OfField {

    /** The field's name. */
    String value();
}
