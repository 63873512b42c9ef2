package io.traceops.bootstrap.settings;

import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.release.DetectionPolicy;
import io.traceops.domain.triage.TriagePolicy;
import java.time.Duration;

/**
 * Everything that a running engine was told, checked. Immutable.
 *
 * @param host where both doors listen
 * @param httpPort the port for REST; 0 for any free one
 * @param grpcPort the port for gRPC; 0 for any free one
 * @param shutdownGrace how long a stopping server waits for the requests that are inside
 */
public record EngineSettings(
        String host,
        int httpPort,
        int grpcPort,
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

    /** These settings with other ports. */
    public EngineSettings withPorts(int newHttpPort, int newGrpcPort) {
        return new EngineSettings(
                host,
                newHttpPort,
                newGrpcPort,
                store,
                shutdownGrace,
                logFormat,
                logLevel,
                grouping,
                triage,
                detection,
                limits);
    }
}
