package org.coordinationledger.view.declaration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coordinationledger.organisation.event.OrganisationState;

/** The views of all features. */
public final class FeatureViews {

    /** A figure and the feature that it is counted from. */
    public record FeatureFigure(FeatureView<?> view, Figure figure) {}

    /** Counts up when spans of all features are stored or indexed in another form. */
    private static final int STORED = 9;

    private final List<FeatureView<?>> views;
    private final Map<String, FeatureView<?>> byType;
    private final Map<String, FeatureView<?>> byResource;
    private final List<FeatureFigure> figures;

    /** @throws IllegalStateException if two figures have one name */
    public FeatureViews(List<FeatureView<?>> views) {
        this.views = List.copyOf(views);
        this.byType = views.stream().collect(toUnmodifiableMap(v -> v.type().name(), Function.identity()));
        this.byResource = views.stream().collect(toUnmodifiableMap(FeatureView::resource, Function.identity()));
        List<FeatureFigure> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FeatureView<?> view : views) {
            for (Figure figure : view.figures()) {
                if (!names.add(figure.name())) {
                    throw new IllegalStateException("two figures are called " + figure.name());
                }
                all.add(new FeatureFigure(view, figure));
            }
        }
        this.figures = List.copyOf(all);
    }

    public List<FeatureView<?>> all() {
        return views;
    }

    /** The view of records whose streams have this type; empty for streams that are no records. */
    public Optional<FeatureView<?>> ofType(String streamType) {
        return Optional.ofNullable(byType.get(streamType));
    }

    public Optional<FeatureView<?>> ofResource(String resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    public List<FeatureFigure> figures() {
        return figures;
    }

    public Optional<FeatureFigure> figure(String name) {
        return figures.stream().filter(f -> f.figure().name().equals(name)).findFirst();
    }

    /** The kind of record that a figure is asked of: its own where it is about one record, else an organisation. */
    public String scopeResource(String figure) {
        return figure(figure)
                .filter(found -> found.figure().needsScope())
                .map(found -> found.view().resource())
                .orElse(OrganisationState.TYPE.resource());
    }

    private static String stored() {
        return "stored:" + STORED + " ";
    }

    /** Whether views of a shape are stored as these are, whatever they declare; the same indexes are there then. */
    public static boolean storedAlike(String shape) {
        return shape.startsWith(stored());
    }

    /** Stands for what all views declare and how it is stored; spans written under another shape are built again. */
    public String shape() {
        return stored()
                + views.stream()
                        .map(v -> v.resource() + ":" + v.revision())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
