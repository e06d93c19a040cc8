package org.coordinationledger.view.api;

import static com.mongodb.client.model.Filters.eq;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.BasisChains;
import org.coordinationledger.view.list.Page;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents that records rest on, up to their sources, and what rests on a document. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class BasisController {

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final BasisChains chains;
    private final SpanLists lists;
    private final InstantSource clock;

    BasisController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            BasisChains chains,
            SpanLists lists,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.chains = chains;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/{resource}/{id}/bases")
    Shown.Bases bases(@PathVariable String resource, @PathVariable String id, HttpServletRequest request) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<String> cited = records.on(view, id, point, effectiveOn).timeline().bases().entrySet().stream()
                .filter(basis -> !basis.getValue().isAfter(effectiveOn))
                .map(basis -> basis.getKey().value())
                .toList();
        BasisChains.Chain chain = chains.above(cited, point, effectiveOn);
        return new Shown.Bases(
                id,
                resource,
                chain.links().stream()
                        .map(link -> Shown.Basis.of(link.document(), link.rank()))
                        .toList(),
                chain.notThere(),
                chain.whole(),
                point.knownAt(),
                effectiveOn);
    }

    @GetMapping("/basis-documents/{id}/cited-by")
    Shown.Items citedBy(@PathVariable String id, HttpServletRequest request) {
        ReadQuery query = ReadQuery.of(request, clock, true, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        records.entries(views.ofType(BasisDocumentState.TYPE.name()).orElseThrow(), id, point);
        Map<FeatureView<?>, Bson> citing = new LinkedHashMap<>();
        views.all().forEach(view -> citing.put(view, eq("facts." + FeatureView.BASES, id)));
        Page page = lists.ofFeatures(
                citing, point, effectiveOn, query.asked(), query.cursorOrNull(), query.limit());
        return ShownItems.of(views, page, point, effectiveOn);
    }
}
