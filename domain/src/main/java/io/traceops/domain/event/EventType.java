package io.traceops.domain.event;

/** The kinds of event. The names are the ones that the API speaks. */
public enum EventType {
    /** A failure that a service reports. */
    ERROR,
    /** A new version of a service went out. */
    DEPLOY,
    /** A setting of a service changed. */
    CONFIG_CHANGE
}
