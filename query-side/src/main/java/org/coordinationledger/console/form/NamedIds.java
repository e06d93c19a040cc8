package org.coordinationledger.console.form;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.organisation.event.OrganisationState;

/** Puts names of organisations in the place of their ids in what the command side says. */
final class NamedIds {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();

    private final RecordTitles titles;

    NamedIds(Reading reading, Page page, List<String> texts) {
        Reading.At now = reading.now();
        titles = reading.titles(now.point(), now.effectiveOn(), page);
        RecordTitles.Asked asked = new RecordTitles.Asked();
        texts.forEach(text -> ID.matcher(text).results()
                .map(MatchResult::group)
                .forEach(id -> asked.add(ORGANISATIONS, id)));
        titles.lookUp(asked);
    }

    String in(String text) {
        return ID.matcher(text).replaceAll(id -> Matcher.quoteReplacement(titles.of(ORGANISATIONS, id.group())));
    }
}
