package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.Page;
import org.coordinationledger.view.reading.ReadPoint;

/** Pages of spans as answers. */
final class ShownItems {

    private ShownItems() {}

    static Shown.Items of(FeatureViews views, Page page, ReadPoint point, LocalDate effectiveOn) {
        List<Shown.Item> items = page.items().stream()
                .map(span -> Shown.Item.of(
                        span, views.ofType(span.kind()).orElseThrow().resource()))
                .toList();
        return Shown.Items.of(page, items, point.knownAt(), effectiveOn);
    }
}
