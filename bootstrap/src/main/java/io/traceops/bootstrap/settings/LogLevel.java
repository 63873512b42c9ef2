package io.traceops.bootstrap.settings;

/** What is worth a line in the log; each level includes the ones before it. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
