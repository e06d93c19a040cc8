package org.coordinationledger.console.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.BasisChains;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What a record has to do with others: the records that name it, and the documents that it rests on up to their source. */
@Controller
public final class ConnectionsPage {

    /** No further than this is counted. */
    private static final int COUNTED = 1_000;

    private final FeatureViews views;
    private final RecordReads records;
    private final SpanLists lists;
    private final BasisChains chains;
    private final Reading reading;

    public ConnectionsPage(
            FeatureViews views, RecordReads records, SpanLists lists, Generations generations, Reading reading) {
        this.views = views;
        this.records = records;
        this.lists = lists;
        this.chains = new BasisChains(generations);
        this.reading = reading;
    }

    /** Records of one kind that name this one in one way. */
    public record Related(String kind, String fact, String count, String href) {}

    /** A document that the record rests on. */
    public record Basis(int rank, Piece document, String kind, boolean inForce) {}

    @GetMapping("/console/records/{resource}/{id}/related")
    String related(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureView<?> view = records.view(resource, request);
        Reading.At at = reading.at(request);
        records.entries(actor, view, id, at.point());
        ReadingCircle circle = reading.circle(page);
        List<Related> related = new ArrayList<>();
        for (FeatureView<?> other : views.all()) {
            for (Fact<?> fact : other.facts()) {
                if (!resource.equals(fact.target())) {
                    continue;
                }
                Bson naming = eq("facts." + fact.name(), id);
                Bson readable = circle.condition(other).map(may -> and(naming, may)).orElse(naming);
                int count = lists.count(Map.of(other, readable), at.point(), at.effectiveOn(), COUNTED);
                if (count > 0) {
                    related.add(new Related(
                            page.resource(other.resource()),
                            FactPieces.title(page, other, fact.name()),
                            count >= COUNTED ? "≥ " + page.number(COUNTED) : page.number(count),
                            page.link(
                                    "/console/records/" + other.resource(),
                                    Map.of(ReadQuery.filter(fact.name()), id))));
                }
            }
        }
        title(resource, id, "record.related", at, page, model);
        model.addAttribute("related", related);
        return "console/related";
    }

    @GetMapping("/console/records/{resource}/{id}/bases")
    String bases(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureView<?> view = records.view(resource, request);
        Reading.At at = reading.at(request);
        List<String> cited =
                records.on(actor, view, id, at.point(), at.effectiveOn()).timeline().bases().entrySet().stream()
                        .filter(basis -> !basis.getValue().isAfter(at.effectiveOn()))
                        .map(basis -> basis.getKey().value())
                        .toList();
        BasisChains.Chain chain = chains.above(cited, at.point(), at.effectiveOn());
        FeatureView<?> documents = views.ofResource("basis-documents").orElseThrow();
        RecordTitles titles = title(resource, id, "record.chain", at, page, model);
        RecordTitles.Asked named = new RecordTitles.Asked();
        chain.links().forEach(link -> titles.remember(documents, link.document(), named));
        titles.lookUp(named);
        model.addAttribute("chain", chain);
        model.addAttribute("links", chain.links().stream()
                .map(link -> new Basis(
                        link.rank(),
                        titles.piece("basis-documents", link.document().record()),
                        link.document().facts().get("kind").map(k -> page.word("enum.DocumentKind", k.toString())).orElse(""),
                        link.document().facts().get(FeatureView.OPEN).filter(Boolean.TRUE::equals).isPresent()))
                .toList());
        return "console/bases";
    }

    private RecordTitles title(
            String resource, String id, String heading, Reading.At at, Page page, Model model) {
        RecordTitles titles = reading.titles(at.point(), at.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        named.add(resource, id);
        titles.lookUp(named);
        model.addAttribute("resource", resource);
        model.addAttribute("id", id);
        model.addAttribute("title", titles.of(resource, id));
        model.addAttribute("heading", page.text(heading) + ": " + titles.of(resource, id));
        model.addAttribute("knownAt", at.point().knownAt());
        return titles;
    }
}
