package org.coordinationledger.view.declaration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** Whether views of a shape were stored as this view is, and its figures indexed as it declares them. */
    public static boolean builtAs(FeatureView<?> view, String shape) {
        return shape.startsWith(stored()) && List.of(shape.split(" ")).contains(shape(view));
    }

    /** The same in every process: of a figure that for which its indexes are made, in a fixed order. */
    private static String shape(FeatureView<?> view) {
        String figures = view.figures().stream()
                .map(figure -> figure.name() + figure.facts() + new TreeMap<>(figure.where()) + figure.placing()
                        + figure.accumulating())
                .sorted()
                .collect(Collectors.joining());
        return view.resource() + ":" + view.revision() + ":" + Integer.toHexString(figures.hashCode());
    }

    /** Stands for what all views declare and how it is stored; spans written under another shape are built again. */
    public String shape() {
        return stored()
                + views.stream()
                        .map(FeatureViews::shape)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
