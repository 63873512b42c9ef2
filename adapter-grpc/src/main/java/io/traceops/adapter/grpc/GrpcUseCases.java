package io.traceops.adapter.grpc;

import io.traceops.application.capture.Admission;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.query.BrowseEvents;
import io.traceops.application.query.ExplainGrouping;
import io.traceops.application.query.ListServices;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.application.watch.TransitionFeed;

/**
 * What the door leads to.
 *
 * @param admission decides who comes in; shared with the other doors, so that together they let in a bounded number
 */
public record GrpcUseCases(
        CaptureEvents captureEvents,
        BrowseEvents browseEvents,
        ViewTimeline viewTimeline,
        ExplainGrouping explainGrouping,
        TriageIssues triageIssues,
        ListServices listServices,
        TransitionFeed transitions,
        Admission admission) {}
