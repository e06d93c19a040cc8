package org.coordinationledger.view.api;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;

/** The further parameters that reads of a figure take, beside the pair of times. */
public final class FigureParameters {

    private FigureParameters() {}

    /** Those of {@link FigureReads#value} and {@link FigureReads#byCode}. */
    public static List<String> ofValue(FeatureFigure figure) {
        List<String> parameters = new ArrayList<>(whichRecords(figure));
        if (figure.figure().comparable()) {
            parameters.add(FigureReads.COMPARED_WITH);
        }
        return parameters;
    }

    /** Those of {@link FigureReads#toBeRecorded}. */
    static List<String> toBeRecorded(FeatureFigure figure) {
        return figure.figure().comparable()
                ? List.of(FigureReads.SCOPE, FigureReads.COMPARED_WITH)
                : List.of(FigureReads.SCOPE);
    }

    /** Those of {@link FigureReads#byOrganisation}. */
    public static List<String> byOrganisation(FeatureFigure figure) {
        List<String> parameters = new ArrayList<>(ofValue(figure));
        parameters.addAll(List.of(FigureReads.BY, FigureReads.KIND));
        return parameters;
    }

    /** Those of {@link FigureReads#trend}. */
    public static List<String> ofTrend(FeatureFigure figure) {
        return figure.figure().happenedOn() == null
                ? List.of(FigureReads.SCOPE, FigureReads.FROM, FigureReads.TO, FigureReads.STEP)
                : List.of(FigureReads.SCOPE, FigureReads.FROM, FigureReads.TO, FigureReads.STEP, FigureReads.PER_STEP);
    }

    /** Those of {@link FigureReads#why}. */
    public static List<String> ofWhy(FeatureFigure figure) {
        List<String> parameters = new ArrayList<>(ofValue(figure));
        if (figure.figure().comparable()) {
            parameters.add(FigureReads.COMPARED_KNOWN_ON);
        }
        return parameters;
    }

    /** Those that say which records count. */
    public static List<String> whichRecords(FeatureFigure figure) {
        return figure.figure().happenedOn() == null
                ? List.of(FigureReads.SCOPE)
                : List.of(FigureReads.SCOPE, FigureReads.FROM, FigureReads.TO);
    }
}
