package org.coordinationledger.architecture.broken.village.event;

import org.springframework.context.ApplicationEvent;

/** Breaks a rule on purpose. */
public interface EventThatKnowsSpring {
    ApplicationEvent event();
}
