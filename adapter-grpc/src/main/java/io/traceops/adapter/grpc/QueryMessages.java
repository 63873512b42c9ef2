package io.traceops.adapter.grpc;

import io.traceops.application.capture.Violation;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.IssueQuery;
import io.traceops.application.query.IssueSort;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.v1.GetTimelineRequest;
import io.traceops.v1.ListEventsRequest;
import io.traceops.v1.ListIssuesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Questions, from the wire. */
final class QueryMessages {
    private QueryMessages() {}

    static EventQuery read(ListEventsRequest request) {
        List<Violation> malformed = new ArrayList<>(0);
        return new EventQuery(
                EventMessages.text(request.getServiceName()),
                EventTypes.read(request.getEventType(), request.getEventTypeValue(), malformed),
                Timestamps.read(request.hasStartTime(), request.getStartTime(), "startTime", malformed),
                Timestamps.read(request.hasEndTime(), request.getEndTime(), "endTime", malformed),
                limit(request.getPageSize()),
                EventMessages.text(request.getPageToken()),
                malformed);
    }

    static EventQuery read(GetTimelineRequest request) {
        List<Violation> malformed = new ArrayList<>(0);
        return new EventQuery(
                EventMessages.text(request.getServiceName()),
                Optional.empty(),
                Timestamps.read(request.hasStartTime(), request.getStartTime(), "startTime", malformed),
                Timestamps.read(request.hasEndTime(), request.getEndTime(), "endTime", malformed),
                limit(request.getPageSize()),
                EventMessages.text(request.getPageToken()),
                malformed);
    }

    static IssueQuery read(ListIssuesRequest request) {
        List<Violation> malformed = new ArrayList<>(0);
        return new IssueQuery(
                EventMessages.text(request.getServiceName()),
                status(request, malformed),
                severity(request, malformed),
                EventMessages.text(request.getQuery()),
                sort(request, malformed),
                limit(request.getPageSize()),
                EventMessages.text(request.getPageToken()),
                malformed);
    }

    /** A page size of the wire, where 0 asks for the default. */
    static OptionalInt limit(int pageSize) {
        return pageSize == 0 ? OptionalInt.empty() : OptionalInt.of(pageSize);
    }

    private static Optional<IssueStatus> status(ListIssuesRequest request, List<Violation> malformed) {
        return switch (request.getStatus()) {
            case ISSUE_STATUS_UNSPECIFIED -> Optional.empty();
            case ISSUE_STATUS_OPEN -> Optional.of(IssueStatus.OPEN);
            case ISSUE_STATUS_RESOLVED -> Optional.of(IssueStatus.RESOLVED);
            case UNRECOGNIZED -> unknown("status", request.getStatusValue(), malformed);
        };
    }

    private static Optional<Severity> severity(ListIssuesRequest request, List<Violation> malformed) {
        return switch (request.getSeverity()) {
            case SEVERITY_UNSPECIFIED -> Optional.empty();
            case SEVERITY_LOW -> Optional.of(Severity.LOW);
            case SEVERITY_MEDIUM -> Optional.of(Severity.MEDIUM);
            case SEVERITY_HIGH -> Optional.of(Severity.HIGH);
            case SEVERITY_CRITICAL -> Optional.of(Severity.CRITICAL);
            case UNRECOGNIZED -> unknown("severity", request.getSeverityValue(), malformed);
        };
    }

    private static Optional<IssueSort> sort(ListIssuesRequest request, List<Violation> malformed) {
        return switch (request.getSort()) {
            case ISSUE_SORT_UNSPECIFIED -> Optional.empty();
            case ISSUE_SORT_PRIORITY -> Optional.of(IssueSort.PRIORITY);
            case ISSUE_SORT_LAST_SEEN -> Optional.of(IssueSort.LAST_SEEN);
            case ISSUE_SORT_FIRST_SEEN -> Optional.of(IssueSort.FIRST_SEEN);
            case ISSUE_SORT_COUNT -> Optional.of(IssueSort.COUNT);
            case UNRECOGNIZED -> unknown("sort", request.getSortValue(), malformed);
        };
    }

    private static <T> Optional<T> unknown(String field, int number, List<Violation> malformed) {
        malformed.add(FieldPaths.unknownNumber(field, number));
        return Optional.empty();
    }
}
