package io.traceops.domain.fold;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;

/** The policies that the fold reads. */
public record FoldPolicy(LifecyclePolicy lifecycle, CorrelationPolicy correlation, SeverityPolicy severity) {
    public static final FoldPolicy DEFAULT =
            new FoldPolicy(LifecyclePolicy.DEFAULT, CorrelationPolicy.DEFAULT, SeverityPolicy.DEFAULT);
}
