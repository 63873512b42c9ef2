package io.traceops.adapter.memory;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.DistinctCounter;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One issue with its stored occurrences and its users. Not thread-safe; readers read while nobody writes. */
final class IssueEntry implements IssueReading {
    private final IssueFamily family;
    private final TimeIndex occurrences;
    private IssueState state;

    /** What will settle the state, or has since it was set; absent unless the state awaits a resolver. */
    private Optional<AwaitedResolver> awaited = Optional.empty();

    /** Where the issue stands in the {@link IssueColumns}. */
    private int slot = -1;

    /** Its last occurrence, or an earlier one, under which the {@link ServiceIssues} find it. */
    private Moment filedUnder;

    /** Most issues name no user at all, so a counter is made for the first one. */
    private Optional<DistinctCounter> users = Optional.empty();

    IssueEntry(IssueState state, IssueFamily family, Segments segments) {
        this.state = state;
        this.family = family;
        this.occurrences = new TimeIndex(segments);
        this.filedUnder = state.last();
    }

    Moment filedUnder() {
        return filedUnder;
    }

    void fileUnderLast() {
        filedUnder = state.last();
    }

    /** Whether it has occurred since it was filed. */
    boolean isMisfiled() {
        return !filedUnder.equals(state.last());
    }

    int slot() {
        return slot;
    }

    void setSlot(int newSlot) {
        slot = newSlot;
    }

    IssueId id() {
        return state.id();
    }

    IssueFamily family() {
        return family;
    }

    @Override
    public IssueState state() {
        return awaited.isEmpty() ? state : awaited.get().settled(state);
    }

    void setState(IssueState newState) {
        state = newState;
        awaited = Optional.empty();
    }

    void setAwaited(AwaitedResolver resolver) {
        awaited = Optional.of(resolver);
    }

    @Override
    public TimeIndex occurrences() {
        return occurrences;
    }

    void add(EventBytes occurrence, Supplier<DistinctCounter> counters) {
        occurrences.add(occurrence);
        occurrence.routeKey().ifPresent(family::addRoute);
        occurrence.userKey().ifPresent(user -> addUser(user, counters));
    }

    /** Takes an occurrence away as if it had never been. */
    void remove(EventBytes occurrence) {
        occurrences.remove(occurrence);
        occurrence.routeKey().ifPresent(family::removeRoute);
        occurrence.userKey().ifPresent(this::removeUser);
    }

    /** Takes an occurrence away and keeps what it gave. */
    void settle(EventBytes occurrence) {
        occurrences.remove(occurrence);
    }

    private void addUser(long user, Supplier<DistinctCounter> counters) {
        if (users.isEmpty()) {
            users = Optional.of(counters.get());
        }
        users.get().add(user);
    }

    private void removeUser(long user) {
        DistinctCounter counter = users.orElseThrow();
        if (!counter.remove(user) && state.settled().count() == 0) {
            counter.rebuild(keys(EventBytes::userKey));
        }
    }

    /** The route of each stored occurrence that has one. */
    LongStream routeKeys() {
        return keys(EventBytes::routeKey);
    }

    private LongStream keys(Function<EventBytes, OptionalLong> key) {
        Stream<EventBytes> stored = StreamSupport.stream(
                Spliterators.spliterator(occurrences.forward(), occurrences.size(), Spliterator.ORDERED), false);
        return stored.map(key).flatMapToLong(OptionalLong::stream);
    }

    @Override
    public long countBetween(long fromExclusiveMicros, long toInclusiveMicros) {
        if (toInclusiveMicros <= fromExclusiveMicros) {
            return 0;
        }
        return (long) countUpTo(toInclusiveMicros) - countUpTo(fromExclusiveMicros);
    }

    private int countUpTo(long inclusiveMicros) {
        return inclusiveMicros == Long.MAX_VALUE
                ? occurrences.size()
                : occurrences.countBefore(Moment.startOf(inclusiveMicros + 1));
    }

    @Override
    public Optional<DistinctCount> uniqueUsers() {
        return users.map(DistinctCounter::count).filter(count -> count.value() > 0);
    }

    @Override
    public DistinctCount familyRoutes() {
        return family.routeCount();
    }

    @Override
    public List<EventId> newestEvents(int limit) {
        List<EventId> newest = new ArrayList<>();
        Iterator<EventBytes> walk = occurrences.backward();
        while (newest.size() < limit && walk.hasNext()) {
            newest.add(walk.next().id());
        }
        return newest;
    }

    @Override
    public List<IssueId> siblings(int limit) {
        return family.siblingsOf(this, limit);
    }
}
