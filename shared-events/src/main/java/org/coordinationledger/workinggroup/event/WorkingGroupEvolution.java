package org.coordinationledger.workinggroup.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.Dissolved;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.Established;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.PostAttached;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.PostDetached;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.VillagesAssigned;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.VillagesReleased;
import org.coordinationledger.workinggroup.event.WorkingGroupState.Helper;

/** The legal steps of a working group: a village is helped by one of its posts at a time. */
final class WorkingGroupEvolution implements Fold<WorkingGroupEvent, WorkingGroupState> {

    @Override
    public WorkingGroupState begin(Step<WorkingGroupEvent> step) {
        if (!(step.event() instanceof Established e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        return new WorkingGroupState(
                e.name(), e.purpose(), step.actor().organisation(), e.worksFor(), List.of(), null, e.illustrative());
    }

    @Override
    public WorkingGroupState evolve(WorkingGroupState state, Step<WorkingGroupEvent> step) {
        WorkingGroupEvent event = step.event();
        if (event instanceof Established) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        LocalDate dissolvedOn = state.dissolvedOn();
        if (dissolvedOn != null) {
            throw new RejectedException(new WorkingGroupRejection.AlreadyDissolved(dissolvedOn));
        }
        if (!step.actor().organisation().equals(state.establishedBy())) {
            throw new RejectedException(new WorkingGroupRejection.NotYourStep(
                    List.of(state.establishedBy().value())));
        }
        if (event instanceof PostAttached e) {
            return attached(state, e.post());
        }
        if (event instanceof VillagesAssigned e) {
            return assigned(state, e);
        }
        if (event instanceof VillagesReleased e) {
            return released(state, e);
        }
        if (event instanceof PostDetached e) {
            requireAttached(state, e.post());
            return state.with(state.posts().stream()
                    .filter(helper -> !helper.post().equals(e.post()))
                    .toList());
        }
        if (event instanceof Dissolved e) {
            return state.dissolved(e.effectiveOn());
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static WorkingGroupState attached(WorkingGroupState state, OrganisationId post) {
        if (state.posts().stream().anyMatch(helper -> helper.post().equals(post))) {
            throw new RejectedException(new WorkingGroupRejection.PostAlreadyAttached(post.value()));
        }
        if (state.posts().size() == WorkingGroupState.MOST_POSTS) {
            throw new RejectedException(new WorkingGroupRejection.TooManyPosts(WorkingGroupState.MOST_POSTS));
        }
        List<Helper> more = new ArrayList<>(state.posts());
        more.add(new Helper(post, List.of()));
        return state.with(List.copyOf(more));
    }

    private static WorkingGroupState assigned(WorkingGroupState state, VillagesAssigned event) {
        requireAttached(state, event.post());
        requireOnce(event.villages());
        for (Helper helper : state.posts()) {
            event.villages().stream().filter(helper.villages()::contains).findFirst().ifPresent(village -> {
                throw new RejectedException(new WorkingGroupRejection.VillageAlreadyHelped(
                        village.value(), helper.post().value()));
            });
        }
        int count = state.villages() + event.villages().size();
        if (count > WorkingGroupState.MOST_VILLAGES) {
            throw new RejectedException(
                    new WorkingGroupRejection.TooManyVillages(count, WorkingGroupState.MOST_VILLAGES));
        }
        return state.with(state.posts().stream()
                .map(helper -> helper.post().equals(event.post())
                        ? new Helper(
                                helper.post(),
                                Stream.concat(helper.villages().stream(), event.villages().stream()).toList())
                        : helper)
                .toList());
    }

    private static WorkingGroupState released(WorkingGroupState state, VillagesReleased event) {
        requireOnce(event.villages());
        event.villages().stream()
                .filter(village -> state.posts().stream().noneMatch(h -> h.villages().contains(village)))
                .findFirst()
                .ifPresent(village -> {
                    throw new RejectedException(new WorkingGroupRejection.VillageNotHelped(village.value()));
                });
        return state.with(state.posts().stream()
                .map(helper -> new Helper(
                        helper.post(),
                        helper.villages().stream()
                                .filter(village -> !event.villages().contains(village))
                                .toList()))
                .toList());
    }

    private static void requireAttached(WorkingGroupState state, OrganisationId post) {
        if (state.posts().stream().noneMatch(helper -> helper.post().equals(post))) {
            throw new RejectedException(new WorkingGroupRejection.PostNotAttached(post.value()));
        }
    }

    private static void requireOnce(List<OrganisationId> villages) {
        Set<OrganisationId> seen = new HashSet<>();
        villages.stream().filter(village -> !seen.add(village)).findFirst().ifPresent(village -> {
            throw new RejectedException(new WorkingGroupRejection.NamedTwice(village.value()));
        });
    }

    @Override
    public boolean unfinished(WorkingGroupState state) {
        return state.standing();
    }

    /** A post that inherits from another of the group helps the villages of both; a village that two became is helped once. */
    @Override
    public WorkingGroupState inherited(WorkingGroupState state, UnaryOperator<OrganisationId> heir) {
        Map<OrganisationId, List<OrganisationId>> villages = new LinkedHashMap<>();
        Set<OrganisationId> helped = new HashSet<>();
        for (Helper helper : state.posts()) {
            List<OrganisationId> own = villages.computeIfAbsent(heir.apply(helper.post()), p -> new ArrayList<>());
            helper.villages().stream().map(heir).filter(helped::add).forEach(own::add);
        }
        return state.between(
                heir.apply(state.establishedBy()),
                heir.apply(state.worksFor()),
                villages.entrySet().stream()
                        .map(e -> new Helper(e.getKey(), List.copyOf(e.getValue())))
                        .toList());
    }

    @Override
    public WorkingGroupState lapsed(WorkingGroupState state, LocalDate day) {
        return state.dissolved(day);
    }
}
