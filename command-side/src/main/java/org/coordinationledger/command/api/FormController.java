package org.coordinationledger.command.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.StepsAllowed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a client asks that offers forms: what commands take, and which of them somebody could give now. */
@Hidden
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class FormController {

    static final String COMMANDS = "/api/v1/commands";
    static final String BEGINNINGS = COMMANDS + "/begin";
    static final String STEPS = "/api/v1/{resource}/{id}/steps";

    private final CommandFeatures features;
    private final CommandDescriptions descriptions;
    private final PossibleSteps possible;

    FormController(CommandFeatures features, CommandDescriptions descriptions, PossibleSteps possible) {
        this.features = features;
        this.descriptions = descriptions;
        this.possible = possible;
    }

    @GetMapping(COMMANDS)
    CommandDescription.All commands(HttpServletRequest request) {
        Parameters.requireKnown(request);
        return descriptions.all();
    }

    @GetMapping(BEGINNINGS)
    StepsAllowed.Beginnings beginnings(HttpServletRequest request, Actor actor, Locale language) {
        Parameters.requireKnown(request);
        return possible.beginnings(actor, language);
    }

    @GetMapping(STEPS)
    ResponseEntity<StepsAllowed> steps(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        Parameters.requireKnown(request);
        StepsAllowed steps = possible.about(features.under(resource), id, actor, language);
        return ResponseEntity.ok().eTag("\"" + steps.version() + "\"").body(steps);
    }
}
