package io.traceops.bootstrap.settings;

import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.release.DetectionPolicy;
import io.traceops.domain.triage.TriagePolicy;
import java.time.Duration;

/**
 * Everything that a running engine was told, checked. Immutable.
 *
 * @param host where all doors listen
 * @param otlpSpanErrors whether a span that failed without recording an exception is an error
 * @param shutdownGrace how long a stopping server waits for the requests that are inside
 */
public record EngineSettings(
        String host,
        Ports ports,
        SentryOptions sentry,
        boolean otlpSpanErrors,
        StoreKind store,
        Duration shutdownGrace,
        LogFormat logFormat,
        LogLevel logLevel,
        GroupingPolicy grouping,
        TriagePolicy triage,
        DetectionPolicy detection,
        EngineLimits limits) {
    /** The policies that deciding what to store takes. */
    public FoldPolicy fold() {
        return new FoldPolicy(triage.lifecycle(), triage.correlation(), triage.severity(), detection);
    }
}
