package org.coordinationledger.standalone;

import java.util.Iterator;
import org.coordinationledger.demo.Demonstration;

/** The names that {@code --scenario} takes. */
final class ScenarioNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Demonstration.scenarioNames().iterator();
    }
}
