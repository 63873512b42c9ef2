package io.traceops.bootstrap;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.application.watch.TransitionFeed;
import java.time.InstantSource;

/**
 * Everything behind the doors.
 *
 * @param admission decides who comes in, at every door
 * @param clock the time, wherever it is asked for
 */
record Engine(
        ServiceLedger ledger,
        CaptureEvents captureEvents,
        BrowseEvents browseEvents,
        ViewTimeline viewTimeline,
        ExplainGrouping explainGrouping,
        TriageIssues triageIssues,
        ListServices listServices,
        TransitionFeed transitions,
        Admission admission,
        InstantSource clock,
        PrometheusMeterRegistry metrics) {}
