package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.BasisChains;
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
    private final ListReads lists;
    private final InstantSource clock;

    BasisController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            BasisChains chains,
            ListReads lists,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.chains = chains;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/{resource}/{id}/bases")
    Shown.Bases bases(
            @PathVariable String resource, @PathVariable String id, HttpServletRequest request, Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<String> cited = records.on(actor, view, id, point, effectiveOn).timeline().bases().entrySet().stream()
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
    Shown.Items citedBy(@PathVariable String id, HttpServletRequest request, Actor actor) {
        ListReads.Asked asked = lists.citedBy(actor, id, request, true);
        return ShownItems.of(views, asked.page(), asked.point(), asked.effectiveOn());
    }
}
