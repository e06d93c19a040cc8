package org.coordinationledger.probe;

import java.time.LocalDate;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/probe")
class ProbeController {

    @GetMapping("/actor")
    Actor actor(Actor actor) {
        return actor;
    }

    @PostMapping(path = "/introduced", consumes = "application/json")
    CellAssignmentEvent.Introduced introduced(@RequestBody CellAssignmentEvent.Introduced event) {
        return event;
    }

    @PostMapping("/rated")
    MemberEvent.Rated rated(@RequestBody MemberEvent.Rated event) {
        return event;
    }

    @PostMapping("/corrected")
    Amendment.Corrected corrected(@RequestBody Amendment.Corrected event) {
        return event;
    }

    @GetMapping("/members/{id}")
    String member(@PathVariable String id, @RequestParam LocalDate effectiveOn) {
        throw new RejectedException(new ServiceRejection.UnknownRecord("members", new MemberId(id).value()));
    }

    @GetMapping("/stale")
    void stale() {
        throw new RejectedException(new ServiceRejection.StaleVersion(3, 5));
    }

    @GetMapping("/behind")
    void behind() {
        throw new RejectedException(new ServiceRejection.PositionNotReached(41, 17, 2));
    }

    @GetMapping("/broken")
    void broken() {
        throw new IllegalStateException("secret of the server");
    }
}
