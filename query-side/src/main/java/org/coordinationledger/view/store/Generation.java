package org.coordinationledger.view.store;

import org.coordinationledger.service.overdue.ViewLayout;

/**
 * All views as built in one go: a collection of spans for each kind of record, and the processor that carries them on.
 *
 * @param number counts up with each build
 * @param shape what the views declared when it was built
 * @param segments into how many parts the work of carrying it on is split; fixed, since readers wait for all of them
 */
public record Generation(int number, String shape, int segments) {

    /** The collection of its spans of one kind of record. */
    public String collection(String kind) {
        return collections() + kind;
    }

    /** How the names of all its collections begin, and no others'. */
    String collections() {
        return ViewLayout.spans(number);
    }

    /** The collection of the steps of all records. */
    public String steps() {
        return "steps_" + number;
    }

    /** The name of its event processor, under which its tokens are kept. */
    public String processor() {
        return "views-" + number;
    }
}
