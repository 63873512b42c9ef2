package io.traceops.bootstrap.door;

import com.google.protobuf.Timestamp;
import io.traceops.v1.GetTimelineRequest;
import io.traceops.v1.IssueSort;
import io.traceops.v1.IssueStatus;
import io.traceops.v1.ListEventsRequest;
import io.traceops.v1.ListIssueEventsRequest;
import io.traceops.v1.ListIssuesNeedingAttentionRequest;
import io.traceops.v1.ListIssuesRequest;
import io.traceops.v1.Severity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Query parameters of the REST API as requests of the gRPC API. */
final class GrpcQueries {
    private final Map<String, String> parameters;

    private GrpcQueries(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static ListEventsRequest events(Map<String, String> parameters) {
        GrpcQueries query = new GrpcQueries(parameters);
        ListEventsRequest.Builder request = ListEventsRequest.newBuilder();
        query.text("serviceName", request::setServiceName);
        query.text("eventType", type -> request.setEventType(ProtoEvents.type(type)));
        query.time("startTime", request::setStartTime);
        query.time("endTime", request::setEndTime);
        query.number("limit", request::setPageSize);
        query.text("cursor", request::setPageToken);
        return request.build();
    }

    static GetTimelineRequest timeline(String service, Map<String, String> parameters) {
        GrpcQueries query = new GrpcQueries(parameters);
        GetTimelineRequest.Builder request = GetTimelineRequest.newBuilder().setServiceName(service);
        query.time("startTime", request::setStartTime);
        query.time("endTime", request::setEndTime);
        query.number("limit", request::setPageSize);
        query.text("cursor", request::setPageToken);
        return request.build();
    }

    static ListIssuesRequest issues(Map<String, String> parameters) {
        GrpcQueries query = new GrpcQueries(parameters);
        ListIssuesRequest.Builder request = ListIssuesRequest.newBuilder();
        query.text("serviceName", request::setServiceName);
        query.text("status", status -> request.setStatus(IssueStatus.valueOf("ISSUE_STATUS_" + upper(status))));
        query.text("severity", severity -> request.setSeverity(Severity.valueOf("SEVERITY_" + upper(severity))));
        query.text("query", request::setQuery);
        query.text("sort", sort -> request.setSort(IssueSort.valueOf("ISSUE_SORT_" + upper(sort))));
        query.number("limit", request::setPageSize);
        query.text("cursor", request::setPageToken);
        return request.build();
    }

    static ListIssueEventsRequest issueEvents(String id, Map<String, String> parameters) {
        GrpcQueries query = new GrpcQueries(parameters);
        ListIssueEventsRequest.Builder request =
                ListIssueEventsRequest.newBuilder().setIssueId(id);
        query.number("limit", request::setPageSize);
        query.text("cursor", request::setPageToken);
        return request.build();
    }

    static ListIssuesNeedingAttentionRequest needsAttention(Map<String, String> parameters) {
        GrpcQueries query = new GrpcQueries(parameters);
        ListIssuesNeedingAttentionRequest.Builder request = ListIssuesNeedingAttentionRequest.newBuilder();
        query.text("serviceName", request::setServiceName);
        query.number("limit", request::setPageSize);
        return request.build();
    }

    private void text(String name, Consumer<String> setter) {
        Optional.ofNullable(parameters.get(name)).ifPresent(setter);
    }

    private void number(String name, Consumer<Integer> setter) {
        text(name, text -> setter.accept(Integer.valueOf(text)));
    }

    private void time(String name, Consumer<Timestamp> setter) {
        text(name, text -> setter.accept(ProtoEvents.timestamp(new BigDecimal(text))));
    }

    /** {@code lastSeen} is {@code LAST_SEEN}. */
    private static String upper(String word) {
        return word.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
