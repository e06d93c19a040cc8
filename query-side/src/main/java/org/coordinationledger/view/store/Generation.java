package org.coordinationledger.view.store;

/**
 * All views as built in one go: a collection of spans, and the processor that carries it on.
 *
 * @param number counts up with each build
 * @param shape what the views declared when it was built
 * @param segments into how many parts the work of carrying it on is split; fixed, since readers wait for all of them
 */
public record Generation(int number, String shape, int segments) {

    /** The collection of its spans. */
    public String collection() {
        return "spans_" + number;
    }

    /** The name of its event processor, under which its tokens are kept. */
    public String processor() {
        return "views-" + number;
    }
}
