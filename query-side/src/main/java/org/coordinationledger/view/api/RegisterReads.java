package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.Registers;

/** Reads registers of documents for the addresses that name an issuer; only those of issuers in the actor's circle. */
public final class RegisterReads {

    static final String KIND = "kind";

    private final FeatureViews views;
    private final RecordReads records;
    private final Registers registers;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;

    RegisterReads(
            FeatureViews views,
            RecordReads records,
            Registers registers,
            ReadingCircles circles,
            ReadRefusals refusals) {
        this.views = views;
        this.records = records;
        this.registers = registers;
        this.circles = circles;
        this.refusals = refusals;
    }

    /** The kinds of documents that registers can hold. */
    public List<String> kinds() {
        return registers.kinds();
    }

    /**
     * Refuses a kind of documents that there is not.
     *
     * @throws RejectedException with {@link ServiceRejection.InvalidParameter}
     */
    public void requireKind(String kind) {
        if (!kinds().contains(kind)) {
            throw ReadQuery.invalid(KIND, kind, String.join(", ", kinds()));
        }
    }

    /**
     * The series of numbers of an issuer, by kind and period.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} or {@link ReadRejection.NotEffective} if there
     *     is no such issuer on the day, with {@link ServiceRejection.OutsideReadingCircle} if it lies outside of what the
     *     actor may read, with {@link ReadRejection.TooManyDocuments} if more than {@link Registers#MOST} documents would
     *     have to be read
     */
    public List<NumberSeries> read(Registers.Asked asked, Actor actor, ReadPoint point, LocalDate effectiveOn) {
        OrganisationState issuer = (OrganisationState) records.on(
                        actor, views.ofType(OrganisationState.TYPE.name()).orElseThrow(), asked.issuer(), point,
                        effectiveOn)
                .phase()
                .state();
        ReadingCircle circle = circles.of(actor);
        refusals.requireWithin(circle, actor, ReadRefusals.REGISTER, asked.issuer());
        return registers
                .read(asked, issuer, circle, point, effectiveOn)
                .orElseThrow(() -> new RejectedException(new ReadRejection.TooManyDocuments(Registers.MOST)));
    }
}
