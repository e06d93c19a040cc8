package org.coordinationledger.view.store;

import org.bson.Document;
import org.coordinationledger.view.span.Span;

/** Lets tests of other packages read stored spans. */
public final class SpanDocumentsAccess {

    private SpanDocumentsAccess() {}

    public static Span span(Document document) {
        return SpanDocuments.span(document);
    }
}
