package org.coordinationledger.view.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.coordinationledger.actor.Body;
import org.coordinationledger.mandate.event.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was entitled to act, and by what, as known at a position.
 *
 * @param entitled whether the person may act for the organisation in the role on the day
 * @param ground why, or why not
 * @param mandate the id of the mandate in force, or null if none is, or none is needed
 * @param body the body through which the person acts by it, or null if any will do
 * @param until its last day as last extended, or null if none is set
 * @param delegatedBy the person whose authority it lends, or null if it is the person's own
 * @param grantedBy the person who granted it
 * @param grantedFor the organisation that this person acted for
 * @param grantedAt the position at which it was granted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Entitled(
        boolean entitled,
        Entitlement.Ground ground,
        @Nullable String mandate,
        @Nullable Body body,
        @Nullable LocalDate until,
        @Nullable String delegatedBy,
        @Nullable String grantedBy,
        @Nullable String grantedFor,
        @Nullable Long grantedAt) {

    static Entitled without(Entitlement.Ground ground) {
        return new Entitled(ground.entitles(), ground, null, null, null, null, null, null, null);
    }
}
