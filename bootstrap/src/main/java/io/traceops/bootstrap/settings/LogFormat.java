package io.traceops.bootstrap.settings;

/** How the log is written. */
public enum LogFormat {
    /** A readable line for each thing. */
    PLAIN,
    /** A JSON object for each thing, one a line. */
    JSON
}
