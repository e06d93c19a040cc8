package org.coordinationledger.view.figure;

import org.coordinationledger.vocabulary.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What a figure came to.
 *
 * @param value a number, a list of texts, or null where there is none
 * @param quality how good the value is, or null where it is counted and so exact
 * @param compared the number on the day it is compared with, or null
 * @param growth how many times the compared number the value is, to four places; null where there is none to compare
 *     with or it is zero
 */
public record FigureValue(
        @Nullable Object value, @Nullable Quality quality, @Nullable Object compared, @Nullable Number growth) {}
