package io.traceops.adapter.memory;

import io.traceops.adapter.memory.BoundNotices.Bound;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.release.Adjustment;
import io.traceops.domain.release.Evidence;
import io.traceops.domain.release.ReleaseBook;
import io.traceops.domain.release.ReleaseKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps the detected deploys of one service as its {@link ReleaseBook} wants them. Guarded by the shard's lock. */
final class ServiceReleases implements Evidence {
    private final LedgerCore core;
    private final ServiceName service;
    private final ServiceContent content;
    private final ShardReading reading;
    private final ReleaseBook book;

    ServiceReleases(LedgerCore core, ServiceName service, ServiceContent content, ShardReading reading) {
        this.core = core;
        this.service = service;
        this.content = content;
        this.reading = reading;
        this.book = new ReleaseBook(service, core.policy().detection(), core.releaseRoom());
    }

    /** To be called once an event took its place. */
    void added(Pending event) {
        EventType type = event.entry().event().type();
        // Most events are of no concern, and a moment is an object.
        if (ReleaseBook.concerns(type, event.release())) {
            adjust(book.added(type, event.entry().event().moment(), event.release()), event.receivedAtMicros());
        }
    }

    /** To be called once an event is gone as if it had never arrived. */
    void removed(Event event, long receivedAtMicros) {
        adjust(book.removed(event, this), receivedAtMicros);
    }

    /** To be called when the service is given up. */
    void close() {
        book.close();
    }

    @Override
    public Optional<Moment> firstNaming(ReleaseKey key, Moment exclusive) {
        return Stream.of(EventType.ERROR, EventType.CONFIG_CHANGE)
                .flatMap(type -> first(type, exclusive, event -> names(event, key)).stream())
                .min(Moment::compareTo);
    }

    @Override
    public Optional<Moment> firstAnnounced(Moment exclusive) {
        return first(EventType.DEPLOY, exclusive, event -> !event.id().isOfDetectedDeploy());
    }

    private boolean names(EventBytes event, ReleaseKey key) {
        return ReleaseKey.of(EventCodec.event(event, service))
                .filter(key::equals)
                .isPresent();
    }

    private Optional<Moment> first(EventType type, Moment exclusive, Predicate<EventBytes> wanted) {
        Iterator<EventBytes> walk = content.events().ofType(type).forwardAfter(exclusive);
        while (walk.hasNext()) {
            EventBytes event = walk.next();
            if (wanted.test(event)) {
                return Optional.of(event.moment());
            }
        }
        return Optional.empty();
    }

    private void adjust(List<Adjustment> adjustments, long receivedAtMicros) {
        for (Adjustment adjustment : adjustments) {
            switch (adjustment) {
                case Adjustment.Withdrawn withdrawn ->
                    core.ids().find(withdrawn.id()).ifPresent(this::withdraw);
                case Adjustment.Placed placed -> place(placed.deploy(), receivedAtMicros);
                case Adjustment.Moved moved -> move(moved.deploy(), receivedAtMicros);
                case Adjustment.Overlooked _ -> {
                    core.tally().addOverlookedRelease();
                    core.notices()
                            .reached(Bound.RELEASES, core.policy().detection().releasesMax());
                }
            }
        }
    }

    private void withdraw(EventBytes deploy) {
        content.apply(core.fold().remove(reading, content.stored(deploy)), deploy);
    }

    private void move(Deploy deploy, long receivedAtMicros) {
        if (deploy.timestampMicros() >= content.horizonMicros()) {
            core.ids().find(deploy.id()).ifPresent(before -> {
                withdraw(before);
                place(deploy, receivedAtMicros);
            });
        }
    }

    /**
     * What happened before the horizon cannot take its place any more. And one may be in its place already, of a release
     * that gave way to others in the meantime.
     */
    private void place(Deploy deploy, long receivedAtMicros) {
        if (deploy.timestampMicros() < content.horizonMicros()
                || core.ids().find(deploy.id()).isPresent()) {
            return;
        }
        Pending pending = Pending.of(new TriggerEntry(deploy, true), receivedAtMicros);
        EventBytes written = content.claim(pending)
                .orElseThrow(
                        () -> new IllegalStateException("detected deploy " + deploy.id() + " is in its place already"));
        content.apply(core.fold().add(reading, pending.entry()), written);
    }
}
