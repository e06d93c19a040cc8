package org.coordinationledger.programme.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.ProgrammeId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/** A resolution of the province with two targets, adopted on 2018-01-01. */
final class Campaign {

    static final Actor PROVINCE = recorder("province");
    static final Actor PROVINCE_DECIDES = decider("province");
    static final Actor DISTRICT = recorder("district");
    static final Actor DISTRICT_DECIDES = decider("district");

    static final ProgrammeId PROGRAMME = new ProgrammeId("programme");
    static final BasisDocumentId REGULATION = new BasisDocumentId("regulation");
    static final PartKey CELLS = new PartKey("cells");
    static final PartKey HOUSES = new PartKey("houses");
    static final PartKey UNKNOWN = new PartKey("unknown");

    final Landscape landscape = new Landscape();

    Campaign() {
        landscape.regulation(REGULATION, "province");
    }

    Decision<Programme> decision() {
        return Decision.of(Programme.class, ProgrammeState.TYPE, landscape.registry);
    }

    Decision<Programme> adopted() {
        return decision().given(PROVINCE_DECIDES, adoption());
    }

    static ProgrammeEvent.Adopted adoption() {
        return adoption("2018-01-01", null, "2022-12-31", CELLS, HOUSES);
    }

    static ProgrammeEvent.Adopted adoption(
            String day, @Nullable BasisDocumentId document, @Nullable String lastDay, PartKey... targets) {
        return new ProgrammeEvent.Adopted(
                day(day), organisation("province"), ProgrammeKind.RESOLUTION, new Subject("Nghị quyết"), document, true,
                day("2018-01-01"), lastDay == null ? null : day(lastDay),
                List.of(targets).stream()
                        .map(key -> new Target(
                                key, new Indicator("Chỉ tiêu"), new Unit("chi bộ"), quantity("33"), day("2020-12-31")))
                        .toList(),
                List.of(), false);
    }

    static ProgrammeCommand.Adopt adopt(ProgrammeEvent.Adopted e) {
        return new ProgrammeCommand.Adopt(
                PROGRAMME, e.effectiveOn(), e.organisation(), e.kind(), e.subject(), e.document(), e.thematic(),
                e.firstDay(), e.lastDay(), e.targets(), e.bases(), e.illustrative());
    }

    static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value), Quality.EXACT, null);
    }
}
