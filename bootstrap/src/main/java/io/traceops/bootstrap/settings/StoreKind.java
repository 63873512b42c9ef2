package io.traceops.bootstrap.settings;

/** Where events are kept. */
public enum StoreKind {
    /** In this process, until it ends. */
    MEMORY
}
