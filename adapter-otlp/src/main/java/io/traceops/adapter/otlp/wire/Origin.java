package io.traceops.adapter.otlp.wire;

/**
 * Where records come from.
 *
 * @param resource what runs
 * @param scope the name of the library that reports; empty if it gave none
 */
public record Origin(Attributes resource, String scope) {}
