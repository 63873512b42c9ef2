package io.traceops.domain.event;

/** A change that may resolve errors or cause them. */
public sealed interface Trigger extends Event permits Deploy, ConfigChange {}
