package io.traceops.domain.triage;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;

/** The policies under which issues are assessed. */
public record TriagePolicy(
        LifecyclePolicy lifecycle, CorrelationPolicy correlation, SeverityPolicy severity, PriorityPolicy priority) {
    public static final TriagePolicy DEFAULT = new TriagePolicy(
            LifecyclePolicy.DEFAULT, CorrelationPolicy.DEFAULT, SeverityPolicy.DEFAULT, PriorityPolicy.DEFAULT);
}
