package io.traceops.adapter.memory;

import io.traceops.adapter.memory.Judgement.Acceptable;
import io.traceops.adapter.memory.Judgement.Contested;
import io.traceops.adapter.memory.Judgement.Decided;
import io.traceops.adapter.memory.Judgement.Superseding;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.StoredEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Step;
import io.traceops.domain.fold.Verdict.BeforeHorizon;
import io.traceops.domain.fold.Verdict.Conflict;
import io.traceops.domain.fold.Verdict.Duplicate;
import io.traceops.domain.fold.Verdict.Fresh;
import io.traceops.domain.fold.Verdict.Richer;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One service: its lock, and what it guards. A shard runs the fold and applies the changes that the fold asks for; it
 * holds no rule of its own.
 *
 * <p>Every method but {@link #figures} is called with the write lock held, or with the read lock where it only reads. A
 * thread that holds the locks of several services took them in the order of their names. A shard that is
 * given up is retired and never used again: who finds a retired one asks the {@link ServiceDirectory} anew.
 */
final class ServiceShard {
    private final LedgerCore core;
    private final ServiceName name;
    private final int number;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ServiceContent content;
    private final ShardReading reading;
    private final ServiceReleases releases;
    private boolean retired;
    private volatile Figures figures = Figures.NONE;

    ServiceShard(LedgerCore core, ServiceName name, int number) {
        this.core = core;
        this.name = name;
        this.number = number;
        this.content = new ServiceContent(core, name, number);
        this.reading = new ShardReading(core, name, number, content);
        this.releases = new ServiceReleases(core, name, content, reading);
    }

    ServiceName name() {
        return name;
    }

    int number() {
        return number;
    }

    Lock writeLock() {
        return lock.writeLock();
    }

    Lock readLock() {
        return lock.readLock();
    }

    ShardReading reading() {
        return reading;
    }

    ServiceContent content() {
        return content;
    }

    boolean isRetired() {
        return retired;
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return content.events().count() == 0 && content.issues().count() == 0;
    }

    /** Whether nothing would be lost with the shard: an empty one may still know from when on its events are complete. */
    boolean isBlank() {
        return isEmpty() && content.horizonMicros() == 0;
    }

    /** Takes the write lock if nobody has it, not even this thread. */
    boolean tryWriteLock() {
        return !lock.isWriteLockedByCurrentThread() && lock.writeLock().tryLock();
    }

    void retire() {
        retired = true;
        releases.close();
    }

    Judgement judge(Entry entry) {
        return switch (core.fold().judge(reading, entry)) {
            case Fresh _ -> new Acceptable();
            case Richer _ -> new Superseding();
            case Duplicate duplicate ->
                new Decided(new Receipt.AlreadyStored(
                        reading.storedEvent(duplicate.stored().id()).orElseThrow()));
            case Conflict conflict ->
                conflict.stored().service().equals(name) ? new Decided(new Receipt.Conflicting()) : new Contested();
            case BeforeHorizon before -> new Decided(new Receipt.TooOld(before.horizonMicros()));
        };
    }

    /** Writes an event down and takes its id; empty, and nothing is stored, if another event has it. */
    Optional<EventBytes> claim(Pending event) {
        return content.claim(event);
    }

    /** Gives an id up that was claimed. */
    void giveUp(EventBytes claim) {
        core.ids().remove(claim);
        content.log().release(claim);
    }

    /** Stores an event whose id was claimed, or gives the id up if the event is too old. */
    Receipt appendIfInTime(Pending event, EventBytes claim) {
        Optional<Receipt.TooOld> tooOld = refuseIfTooOld(event);
        if (tooOld.isEmpty()) {
            return append(event, claim);
        }
        giveUp(claim);
        return tooOld.get();
    }

    /** What an event from before the horizon is answered; empty if it is in time. */
    Optional<Receipt.TooOld> refuseIfTooOld(Pending event) {
        return core.fold()
                .beforeHorizon(reading, event.entry().event())
                .map(before -> new Receipt.TooOld(before.horizonMicros()));
    }

    /** Stores an event whose id was claimed, and that is known to be in time. */
    Receipt.Stored append(Pending event, EventBytes claim) {
        Entry entry = event.entry();
        content.apply(core.fold().add(reading, entry), claim);
        releases.added(event);
        return new Receipt.Stored(StoredEvent.of(entry, event.receivedAtMicros()));
    }

    /** Stores an event in the place of the poorer report of the same failure that is stored under its id. */
    Receipt.AlreadyStored supersede(Pending richer) {
        EventBytes poorer = core.ids().find(richer.id()).orElseThrow();
        Event removed = EventCodec.event(poorer, name);
        Step removal = core.fold().remove(reading, content.stored(poorer));
        EventBytes written = content.log().append(richer);
        content.replace(removal, poorer, written);
        content.apply(core.fold().add(reading, richer.entry()), written);
        // In this order, so that what the two have in common is never looked for elsewhere.
        releases.added(richer);
        releases.removed(removed, poorer.receivedAtMicros());
        return new Receipt.AlreadyStored(StoredEvent.of(richer.entry(), richer.receivedAtMicros()));
    }

    void delete(EventBytes event) {
        Event removed = EventCodec.event(event, name);
        content.apply(core.fold().remove(reading, content.stored(event)), event);
        releases.removed(removed, event.receivedAtMicros());
    }

    /** Drops the oldest events, at most so many, and says how many there were. */
    int settleOldest(int max) {
        int settled = 0;
        while (settled < max && settleOldest()) {
            settled++;
        }
        return settled;
    }

    /** Drops the oldest events until an issue can be forgotten, at most so many, and says how many there were. */
    int settleUntilDormant(int max) {
        int settled = 0;
        while (settled < max && content.issues().oldestDormant().isEmpty() && settleOldest()) {
            settled++;
        }
        return settled;
    }

    private boolean settleOldest() {
        Optional<EventBytes> oldest = content.events().oldest();
        oldest.ifPresent(event -> content.apply(core.fold().settleOldest(reading, content.stored(event)), event));
        return oldest.isPresent();
    }

    /** Forgets the issues that were seen longest ago and have no stored occurrence, at most so many. */
    int forgetDormant(int max) {
        int forgotten = 0;
        for (Optional<IssueEntry> dormant = content.issues().oldestDormant();
                forgotten < max && dormant.isPresent();
                dormant = content.issues().oldestDormant()) {
            content.forget(dormant.get());
            forgotten++;
        }
        return forgotten;
    }

    /** How much the service held when it was last changed. Needs no lock. */
    Figures figures() {
        return figures;
    }

    /** Makes the figures of now known to those who read them without a lock. */
    void publishFigures() {
        Figures now = new Figures(
                content.events().count(),
                content.issues().count(),
                content.log().capacity(),
                dormantSinceMicros());
        core.tally().replace(figures, now);
        figures = now;
    }

    /** Issues are dormant once events were dropped, which moves the horizon. */
    private long dormantSinceMicros() {
        return content.horizonMicros() == 0
                ? Long.MAX_VALUE
                : content.issues()
                        .oldestDormant()
                        .map(dormant -> dormant.state().last().timestampMicros())
                        .orElse(Long.MAX_VALUE);
    }
}
