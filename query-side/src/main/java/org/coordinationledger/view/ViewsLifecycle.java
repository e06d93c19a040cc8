package org.coordinationledger.view;

import org.coordinationledger.view.projection.Views;
import org.springframework.context.SmartLifecycle;

/** Starts carrying views on once everything stands, and stops before anything that it needs is closed. */
final class ViewsLifecycle implements SmartLifecycle {

    private final Views views;
    private volatile boolean running;

    ViewsLifecycle(Views views) {
        this.views = views;
    }

    @Override
    public void start() {
        views.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        views.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts to answer, after Axon. */
    @Override
    public int getPhase() {
        return 0;
    }
}
