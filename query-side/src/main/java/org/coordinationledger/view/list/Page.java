package org.coordinationledger.view.list;

import java.util.List;
import org.coordinationledger.view.span.Span;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins, or null on the last
 */
public record Page(List<Span> items, @Nullable Cursor next) {}
