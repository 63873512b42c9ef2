package io.traceops.application.query;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds events: one by its id, or the newest first. Thread-safe. */
public final class BrowseEvents {
    private final ServiceLedger ledger;

    public BrowseEvents(ServiceLedger ledger) {
        this.ledger = ledger;
    }

    public Answer<StoredEvent> event(String id) {
        Optional<StoredEvent> event =
                EventId.problemOf(id).isPresent() ? Optional.empty() : ledger.event(new EventId(id));
        return event.<Answer<StoredEvent>>map(Answer.Found::new).orElseGet(() -> noSuchEvent(id));
    }

    static <T> Answer<T> noSuchEvent(String id) {
        return new Answer.NotFound<>("event " + id, "It never arrived, was deleted, or was dropped for room.");
    }

    /** Events of one service or of all, newest first. An unknown service has no events. */
    public Answer<Page<StoredEvent>> list(EventQuery query) {
        Checks checks = new Checks(query.malformed());
        Optional<ServiceName> service = checks.serviceName(query.serviceName());
        int limit = checks.limit(query.limit(), Page.LIMIT_DEFAULT, Page.LIMIT_MAX);
        checks.timeRange(query.startMicros(), query.endMicros());
        String question = "events/" + query.serviceName() + query.type() + query.startMicros() + query.endMicros();
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
                Order.NEWEST_FIRST,
                after,
                limit + 1);
        List<StoredEvent> events = service.isPresent()
                ? ledger.read(service.get(), reading -> reading.events(slice)).orElse(List.of())
                : new NewestAcrossServices(ledger, slice).events();
        return new Answer.Found<>(page(events, limit, question));
    }

    /** Cuts a list that was read one item further than the page, to see whether there is a next page. */
    static Page<StoredEvent> page(List<StoredEvent> events, int limit, String question) {
        if (events.size() <= limit) {
            return new Page<>(events, Optional.empty());
        }
        List<StoredEvent> items = new ArrayList<>(events.subList(0, limit));
        return new Page<>(
                items,
                Optional.of(Cursor.ofMoment(question, items.getLast().event().moment())));
    }
}
