package io.traceops.adapter.memory;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Occurrences;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.IssueRoster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads one service from its {@link ServiceContent}. Used while a lock of the shard is held; has no state of its own. */
final class ShardReading implements ServiceReading {
    private final LedgerCore core;
    private final ServiceName service;
    private final int number;
    private final ServiceContent content;

    ShardReading(LedgerCore core, ServiceName service, int number, ServiceContent content) {
        this.core = core;
        this.service = service;
        this.number = number;
        this.content = content;
    }

    @Override
    public ServiceName service() {
        return service;
    }

    @Override
    public long eventCount() {
        return content.events().count();
    }

    @Override
    public long issueCount() {
        return content.issues().count();
    }

    /** An event of another service may be a claim that its writer gives up again; see {@link IdTable}. */
    @Override
    public Optional<Event> event(EventId id) {
        return core.ids()
                .find(id)
                .flatMap(event ->
                        core.numbers().name(event.serviceNumber()).map(owner -> EventCodec.event(event, owner)));
    }

    @Override
    public Optional<StoredEvent> storedEvent(EventId id) {
        return core.ids()
                .find(id)
                .filter(event -> event.serviceNumber() == number)
                .map(this::storedEvent);
    }

    @Override
    public long horizonMicros() {
        return content.horizonMicros();
    }

    @Override
    public Optional<IssueState> issue(IssueId id) {
        return content.issues().find(id).map(IssueEntry::state);
    }

    @Override
    public Occurrences occurrences(IssueId id) {
        return content.issues().find(id).map(IssueEntry::occurrences).orElseGet(() -> new TimeIndex(core.segments()));
    }

    @Override
    public TriggerLog triggers() {
        return content.triggers();
    }

    @Override
    public Iterable<IssueState> issuesLastSeenFrom(Moment inclusive) {
        return () ->
                content.issues().lastSeenFrom(inclusive).map(IssueEntry::state).iterator();
    }

    @Override
    public Iterable<IssueState> issuesSeenBetween(Moment fromInclusive, Moment toExclusive) {
        Collection<IssueEntry> seen = new SeenIssues(content).between(fromInclusive, toExclusive);
        return () -> seen.stream().map(IssueEntry::state).iterator();
    }

    @Override
    public Iterable<? extends IssueReading> issues() {
        return content.issues().all();
    }

    @Override
    public IssueRoster roster() {
        return content.issues().columns();
    }

    @Override
    public Optional<? extends IssueReading> issueReading(IssueId id) {
        return content.issues().find(id);
    }

    @Override
    public List<StoredEvent> events(EventSlice slice) {
        return content.events().slice(slice, this::storedEvent);
    }

    @Override
    public List<Moment> moments(EventSlice slice) {
        return content.events().slice(slice, EventBytes::moment);
    }

    @Override
    public List<StoredEvent> occurrencesBefore(IssueId id, Optional<Moment> exclusive, int limit) {
        List<StoredEvent> newestFirst = new ArrayList<>();
        content.issues().find(id).map(IssueEntry::occurrences).ifPresent(occurrences -> {
            Iterator<EventBytes> walk = exclusive.map(occurrences::backwardFrom).orElseGet(occurrences::backward);
            while (newestFirst.size() < limit && walk.hasNext()) {
                newestFirst.add(storedEvent(walk.next()));
            }
        });
        return newestFirst;
    }

    private StoredEvent storedEvent(EventBytes event) {
        return EventCodec.storedEvent(event, service);
    }
}
