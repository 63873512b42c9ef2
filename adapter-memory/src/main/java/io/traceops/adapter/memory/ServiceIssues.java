package io.traceops.adapter.memory;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import io.traceops.domain.grouping.FamilyKey;
import io.traceops.domain.impact.DistinctCounter;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The issues of one service with the indexes that lead to them. Not thread-safe; readers read while nobody writes. */
final class ServiceIssues {
    /** So many issues may be filed under an earlier occurrence: what a reader looks through in addition. */
    private static final int MISFILED_MAX = 1_024;

    private final Segments segments;
    private final Supplier<DistinctCounter> counters;
    private final Map<IssueId, IssueEntry> byId = new HashMap<>();
    private final Map<FamilyKey, IssueFamily> families = new HashMap<>();

    /**
     * The issues by their last occurrence, or by an earlier one: an issue is filed anew when somebody asks, not each time
     * that it occurs. Two issues share no event, so no two have the same first or last moment.
     */
    private final NavigableMap<Moment, IssueEntry> byLastSeen = new TreeMap<>();

    /** The issues that occurred since they were filed. */
    private final Set<IssueEntry> misfiled = new HashSet<>();

    private final NavigableMap<Moment, IssueEntry> byFirstSeen = new TreeMap<>();

    /** The trigger that is dropped next. */
    private AwaitedResolver awaited = new AwaitedResolver();

    /**
     * A step asks for its one issue several times. Readers race to replace it, and each value of it is right; not volatile,
     * since whoever has a lock of the shard sees all of its issues anyhow.
     */
    private @Nullable IssueEntry lastFound;

    private final IssueColumns columns = new IssueColumns();

    ServiceIssues(Segments segments, Supplier<DistinctCounter> counters) {
        this.segments = segments;
        this.counters = counters;
    }

    int count() {
        return byId.size();
    }

    Optional<IssueEntry> find(IssueId id) {
        IssueEntry last = lastFound;
        if (last != null && last.id().equals(id)) {
            return Optional.of(last);
        }
        IssueEntry found = byId.get(id);
        if (found != null) {
            lastFound = found;
        }
        return Optional.ofNullable(found);
    }

    Collection<IssueEntry> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The issues whose last occurrence is at or after a moment, in no particular order. */
    Stream<IssueEntry> lastSeenFrom(Moment inclusive) {
        Stream<IssueEntry> filed =
                byLastSeen.tailMap(inclusive, true).values().stream().filter(entry -> !entry.isMisfiled());
        Stream<IssueEntry> others =
                misfiled.stream().filter(entry -> !entry.state().last().isBefore(inclusive));
        return Stream.concat(filed, others);
    }

    /** The issues whose first occurrence is before a moment, in the order of their first occurrences. */
    Collection<IssueEntry> firstSeenBefore(Moment exclusive) {
        return Collections.unmodifiableCollection(
                byFirstSeen.headMap(exclusive, false).values());
    }

    Collection<IssueEntry> awaitingResolver() {
        return awaited.issues();
    }

    /** Gives all issues that await a resolver this one, whatever their number, at once. */
    void resolverSettled(TriggerRef resolver) {
        awaited.settle(resolver);
        awaited = new AwaitedResolver();
    }

    /** All issues in columns. */
    IssueColumns columns() {
        return columns;
    }

    Collection<IssueFamily> families() {
        return Collections.unmodifiableCollection(families.values());
    }

    /** All issues in the order of their last occurrences, with the moments that they are filed under. For writers only. */
    SortedMap<Moment, IssueEntry> byLastSeen() {
        fileMisfiled();
        return Collections.unmodifiableSortedMap(byLastSeen);
    }

    /** All issues in the order of their first occurrences, with the moments that they are filed under. */
    SortedMap<Moment, IssueEntry> byFirstSeen() {
        return Collections.unmodifiableSortedMap(byFirstSeen);
    }

    void open(IssueState state) {
        IssueFamily family =
                families.computeIfAbsent(state.grouping().family(), key -> new IssueFamily(key, counters.get()));
        IssueEntry entry = new IssueEntry(state, family, segments);
        family.join(entry);
        byId.put(state.id(), entry);
        byLastSeen.put(entry.filedUnder(), entry);
        byFirstSeen.put(state.first(), entry);
        columns.add(entry);
        indexAwaiting(entry);
    }

    void update(IssueState state) {
        IssueEntry entry = require(state.id());
        IssueState before = entry.state();
        boolean wasFiled = !entry.isMisfiled();
        entry.setState(state);
        columns.update(entry);
        if (state.last().isBefore(before.last())) {
            file(entry);
        } else if (wasFiled && entry.isMisfiled()) {
            noteMisfiled(entry);
        }
        if (!before.first().equals(state.first())) {
            byFirstSeen.remove(before.first());
            byFirstSeen.put(state.first(), entry);
        }
        indexAwaiting(entry);
    }

    private void noteMisfiled(IssueEntry entry) {
        misfiled.add(entry);
        if (misfiled.size() > MISFILED_MAX) {
            fileMisfiled();
        }
    }

    /** Files all issues under their last occurrences. Only for who holds the write lock, as folds do. */
    private void fileMisfiled() {
        misfiled.forEach(this::fileUnderLast);
        misfiled.clear();
    }

    private void file(IssueEntry entry) {
        misfiled.remove(entry);
        fileUnderLast(entry);
    }

    private void fileUnderLast(IssueEntry entry) {
        byLastSeen.remove(entry.filedUnder());
        entry.fileUnderLast();
        byLastSeen.put(entry.filedUnder(), entry);
    }

    private void indexAwaiting(IssueEntry entry) {
        if (entry.state().settled().awaitsResolver()) {
            awaited.add(entry);
        } else {
            awaited.remove(entry);
        }
    }

    void remove(IssueId id) {
        remove(require(id), false);
    }

    private void remove(IssueEntry entry, boolean forgotten) {
        byId.remove(entry.id());
        lastFound = null;
        byLastSeen.remove(entry.filedUnder());
        misfiled.remove(entry);
        byFirstSeen.remove(entry.state().first());
        awaited.remove(entry);
        columns.remove(entry);
        entry.family().leave(entry, forgotten);
        if (entry.family().members().isEmpty()) {
            families.remove(entry.family().key());
        }
    }

    void addOccurrence(EventBytes error) {
        IssueEntry entry = require(error.issueId());
        boolean several = entry.family().isOnSeveralRoutes();
        entry.add(error, counters);
        routesChanged(entry.family(), several);
    }

    /** Notes that an occurrence is in another place now. */
    void replaceOccurrence(EventBytes error, EventBytes moved) {
        require(error.issueId()).occurrences().replace(error, moved);
    }

    void removeOccurrence(EventBytes error) {
        IssueEntry entry = require(error.issueId());
        boolean several = entry.family().isOnSeveralRoutes();
        entry.remove(error);
        routesChanged(entry.family(), several);
    }

    private void routesChanged(IssueFamily family, boolean severalBefore) {
        if (family.isOnSeveralRoutes() != severalBefore) {
            columns.updateRoutes(family);
        }
    }

    void settleOccurrence(EventBytes error) {
        require(error.issueId()).settle(error);
    }

    /**
     * The issue that was seen longest ago, if none of its occurrences is stored any more.
     *
     * <p>Dropping takes the oldest events of the service first. So the issues without a stored occurrence are those that
     * were seen longest ago, all of them before the first that still has one.
     */
    Optional<IssueEntry> oldestDormant() {
        return oldest().filter(entry -> entry.occurrences().isEmpty());
    }

    /** What is filed under an earlier occurrence than its last is filed anew, until the first one is right. */
    private Optional<IssueEntry> oldest() {
        Map.Entry<Moment, IssueEntry> first = byLastSeen.firstEntry();
        while (first != null && first.getValue().isMisfiled()) {
            file(first.getValue());
            first = byLastSeen.firstEntry();
        }
        return Optional.ofNullable(first).map(Map.Entry::getValue);
    }

    /** Gives an issue up for room. What it gave to its family stays with the family. */
    void forget(IssueEntry dormant) {
        remove(dormant, true);
    }

    private IssueEntry require(IssueId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("issue " + id + " is not stored"));
    }
}
