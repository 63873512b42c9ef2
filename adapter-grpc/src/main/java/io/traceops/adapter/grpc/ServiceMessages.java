package io.traceops.adapter.grpc;

import io.traceops.application.query.Timeline;
import io.traceops.application.query.TimelineEntry;
import io.traceops.domain.event.EventId;
import io.traceops.v1.GetTimelineResponse;
import io.traceops.v1.ListServicesResponse;
import io.traceops.v1.ServiceSummary;
import java.util.List;

/** Services and their timelines, to the wire. */
final class ServiceMessages {
    private ServiceMessages() {}

    static GetTimelineResponse write(Timeline timeline) {
        GetTimelineResponse.Builder written = GetTimelineResponse.newBuilder()
                .setServiceName(timeline.service().value())
                .setCorrelationWindow(Timestamps.write(timeline.correlationWindow()))
                .setNextPageToken(timeline.entries().nextCursor().orElse(""));
        timeline.horizonMicros().ifPresent(horizon -> written.setHorizon(Timestamps.write(horizon)));
        timeline.entries().items().forEach(entry -> written.addEntries(write(entry)));
        return written.build();
    }

    static ListServicesResponse write(List<io.traceops.application.query.ServiceSummary> services) {
        ListServicesResponse.Builder written = ListServicesResponse.newBuilder();
        services.forEach(service -> written.addServices(write(service)));
        return written.build();
    }

    private static io.traceops.v1.TimelineEntry write(TimelineEntry entry) {
        return io.traceops.v1.TimelineEntry.newBuilder()
                .setEvent(EventMessages.write(entry.event()))
                .setIsLikelyCause(entry.isLikelyCause())
                .setCorrelatedTo(entry.correlatedTo().map(EventId::value).orElse(""))
                .build();
    }

    private static ServiceSummary write(io.traceops.application.query.ServiceSummary service) {
        ServiceSummary.Builder written = ServiceSummary.newBuilder()
                .setServiceName(service.service().value())
                .setEvents(service.events())
                .setOpenIssues(service.openIssues());
        service.lastEventMicros().ifPresent(micros -> written.setLastEventAt(Timestamps.write(micros)));
        service.lastTrigger().map(EventMessages::write).ifPresent(written::setLastTrigger);
        service.horizonMicros().ifPresent(micros -> written.setHorizon(Timestamps.write(micros)));
        return written.build();
    }
}
