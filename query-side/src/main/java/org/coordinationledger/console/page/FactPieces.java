package org.coordinationledger.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;

/** The facts of records, as pages show them. */
public final class FactPieces {

    private final Page page;
    private final RecordTitles titles;

    public FactPieces(Page page, RecordTitles titles) {
        this.page = page;
        this.titles = titles;
    }

    /** What a fact is called, as the head of a column. */
    public static String title(Page page, FeatureView<?> view, String fact) {
        return page.capital(page.words().title(view, view.fact(fact).orElseThrow()));
    }

    /** The value of a fact; nothing where the record has none. */
    public List<Piece> of(FeatureView<?> view, String name, Facts facts) {
        Fact<?> fact = view.fact(name).orElseThrow();
        Object value = facts.get(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        String target = fact.target();
        if (target != null) {
            return facts.ids(name).stream().map(id -> titles.piece(target, id)).toList();
        }
        return switch (fact.kind()) {
            case FLAG -> List.of(Piece.of(page.text(Boolean.TRUE.equals(value) ? "yes" : "no")));
            case CODE -> List.of(Piece.of(page.word(Objects.requireNonNull(fact.words()), (String) value)));
            case DATE -> List.of(Piece.of(page.date((String) value)));
            case MONTH -> List.of(Piece.of(page.month((String) value)));
            case QUANTITY -> List.of(Piece.of(quantity(page, (Quantity) value)));
            case WAITING -> waiting(facts.waiting());
            default -> List.of(Piece.of(value.toString()));
        };
    }

    /** A number as good as its source: "hơn 2.700". */
    public static String quantity(Page page, Quantity quantity) {
        String number = page.number(quantity.value());
        return quantity.quality() == Quality.EXACT
                ? number
                : page.text("quantity", "number", number, "quality", page.word(quantity.quality()));
    }

    private List<Piece> waiting(List<Waiting> all) {
        List<Piece> pieces = new ArrayList<>();
        for (Waiting waiting : all) {
            pieces.add(Piece.of(page.word(FeatureView.WAITING, waiting.what())));
            pieces.add(titles.piece(OrganisationState.TYPE.resource(), waiting.by()));
        }
        return pieces;
    }
}
