package io.traceops.adapter.rest.service;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.adapter.rest.issue.TriggerAnswer;
import io.traceops.application.query.ServiceSummary;
import io.traceops.http.json.EpochMillis;
import java.util.List;
import java.util.Optional;

/** The services there are. */
@Schema(name = "Services", description = "The services there are, in the order of their names.")
record ServicesAnswer(
        List<Service> services,

        @Schema(description = "How many services this answer has.")
        int count) {
    /** A service at a glance. */
    @Schema(name = "Service", description = "A service at a glance.")
    record Service(
            String serviceName,

            @Schema(description = "How many of its events are stored.")
            long events,

            @Schema(description = "How many of its issues are open now.")
            long openIssues,

            @Schema(requiredMode = NOT_REQUIRED, description = "When its last stored event happened.")
            Optional<EpochMillis> lastEventAt,

            @Schema(requiredMode = NOT_REQUIRED, description = "The last change.")
            Optional<TriggerAnswer> lastTrigger,

            @Schema(
                    requiredMode = NOT_REQUIRED,
                    description = "From when on its events are complete; absent if none was ever dropped.")
            Optional<EpochMillis> horizon) {
        static Service of(ServiceSummary summary) {
            return new Service(
                    summary.service().value(),
                    summary.events(),
                    summary.openIssues(),
                    EpochMillis.ofMicros(summary.lastEventMicros()),
                    summary.lastTrigger().map(TriggerAnswer::of),
                    EpochMillis.ofMicros(summary.horizonMicros()));
        }
    }

    static ServicesAnswer of(List<ServiceSummary> summaries) {
        List<Service> services = summaries.stream().map(Service::of).toList();
        return new ServicesAnswer(services, services.size());
    }
}
