package io.traceops.domain.fold;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import io.traceops.domain.release.DetectionPolicy;

/** The policies that deciding what to store takes. */
public record FoldPolicy(
        LifecyclePolicy lifecycle, CorrelationPolicy correlation, SeverityPolicy severity, DetectionPolicy detection) {
    public static final FoldPolicy DEFAULT = new FoldPolicy(
            LifecyclePolicy.DEFAULT, CorrelationPolicy.DEFAULT, SeverityPolicy.DEFAULT, DetectionPolicy.DEFAULT);
}
