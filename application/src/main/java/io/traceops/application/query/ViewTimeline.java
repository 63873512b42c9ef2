package io.traceops.application.query;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.LikelyCause;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows what happened in a service, oldest first, and which change likely caused which error. Thread-safe. */
public final class ViewTimeline {
    private final ServiceLedger ledger;
    private final CorrelationPolicy policy;

    public ViewTimeline(ServiceLedger ledger, CorrelationPolicy policy) {
        this.ledger = ledger;
        this.policy = policy;
    }

    /** The timeline of the service that the query names. An unknown service has an empty one. */
    public Answer<Timeline> view(EventQuery query) {
        Checks checks = new Checks(query.malformed());
        Optional<ServiceName> service = checks.serviceName(query.serviceName());
        if (query.serviceName().isEmpty()) {
            checks.add("serviceName", "is required");
        }
        int limit = checks.limit(query.limit(), Page.LIMIT_DEFAULT, Page.LIMIT_MAX);
        checks.timeRange(query.startMicros(), query.endMicros());
        String question = "timeline/" + query.serviceName() + query.type() + query.startMicros() + query.endMicros();
        Optional<Moment> after = query.cursor().flatMap(cursor -> Cursor.toMoment(question, cursor));
        if (query.cursor().isPresent() && after.isEmpty()) {
            checks.cursorUnusable();
        }
        if (checks.failed()) {
            return checks.invalid();
        }
        EventSlice slice = new EventSlice(
                query.type(),
                query.startMicros().orElse(0),
                query.endMicros().orElse(Long.MAX_VALUE),
                Order.OLDEST_FIRST,
                after,
                limit + 1);
        ServiceName name = service.orElseThrow();
        return new Answer.Found<>(ledger.read(name, reading -> timeline(reading, slice, limit, question))
                .orElseGet(() -> new Timeline(
                        name, new Page<>(List.of(), Optional.empty()), policy.window(), OptionalLong.empty())));
    }

    private Timeline timeline(ServiceReading reading, EventSlice slice, int limit, String question) {
        Page<StoredEvent> events = BrowseEvents.page(reading.events(slice), limit, question);
        List<TimelineEntry> entries = events.items().stream()
                .map(event -> new TimelineEntry(event, correlatedTo(event, reading)))
                .toList();
        long horizonMicros = reading.horizonMicros();
        return new Timeline(
                reading.service(),
                new Page<>(entries, events.nextCursor()),
                policy.window(),
                horizonMicros == 0 ? OptionalLong.empty() : OptionalLong.of(horizonMicros));
    }

    private Optional<EventId> correlatedTo(StoredEvent stored, ServiceReading reading) {
        return switch (stored.event()) {
            case ErrorEvent error ->
                LikelyCause.of(error.timestampMicros(), reading.triggers(), policy)
                        .map(trigger -> trigger.moment().id());
            case Trigger _ -> Optional.empty();
        };
    }
}
