package io.traceops.adapter.otlp.failure;

/** What exports are made of, as the metrics name it. */
public enum WireItem {
    /** An exception that a span recorded. */
    SPAN_EXCEPTION("span_exception"),
    /** A span that failed without an exception. */
    SPAN_ERROR("span_error"),
    /** A log record with an exception. */
    LOG_EXCEPTION("log_exception"),
    /** A log record that is severe, without an exception. */
    LOG_ERROR("log_error"),
    /** A span that tells of no failure. */
    SPAN("span"),
    /** A log record that tells of no failure. */
    LOG("log"),
    /** A metric. */
    METRIC("metric"),
    /** A request that could not be read, and so told of nothing. */
    EXPORT("export");

    private final String label;

    WireItem(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
