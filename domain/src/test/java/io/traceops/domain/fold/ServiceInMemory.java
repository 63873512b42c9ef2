package io.traceops.domain.fold;

import io.traceops.domain.correlation.TriggerLog;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.correlation.TriggersInMemory;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Change.EventAppended;
import io.traceops.domain.fold.Change.EventRemoved;
import io.traceops.domain.fold.Change.EventSettled;
import io.traceops.domain.fold.Change.IssueOpened;
import io.traceops.domain.fold.Change.IssueRemoved;
import io.traceops.domain.fold.Change.IssueUpdated;
import io.traceops.domain.fold.Change.ResolverSettled;
import io.traceops.domain.fold.Change.TransitionAdded;
import io.traceops.domain.fold.Change.TransitionRetracted;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Stored.StoredError;
import io.traceops.domain.fold.Stored.StoredTrigger;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.DistinctKey;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Occurrences;
import io.traceops.domain.lifecycle.OccurrencesInMemory;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The simplest store of one service that runs the fold: sorted maps, for the tests of the domain. */
public class ServiceInMemory implements ServiceView {
    private final ServiceFold fold;
    private final NavigableMap<Moment, Event> events = new TreeMap<>();
    private final Map<EventId, Event> byId = new HashMap<>();
    private final Map<EventId, IssueId> issueOf = new HashMap<>();
    private final NavigableMap<Moment, TriggerRef> triggers = new TreeMap<>();
    private final Map<IssueId, IssueState> issues = new TreeMap<>();
    private final Map<IssueId, NavigableSet<Moment>> occurrences = new HashMap<>();
    private final Map<IssueId, List<Transition>> told = new LinkedHashMap<>();
    private long horizonMicros;

    public ServiceInMemory(FoldPolicy policy) {
        this.fold = new ServiceFold(policy);
    }

    public Verdict add(Entry entry) {
        Verdict verdict = fold.judge(this, entry);
        if (verdict instanceof Verdict.Fresh) {
            apply(fold.add(this, entry));
        }
        return verdict;
    }

    public void remove(EventId id) {
        apply(fold.remove(this, stored(known(byId, id))));
    }

    /** Drops the oldest stored event. */
    public void settleOldest() {
        apply(fold.settleOldest(this, stored(events.firstEntry().getValue())));
    }

    public List<Event> events() {
        return List.copyOf(events.values());
    }

    public List<IssueState> issues() {
        return List.copyOf(issues.values());
    }

    /** The transitions that those who watch have heard of and that were not retracted. */
    public List<Transition> told(IssueId id) {
        return told.getOrDefault(id, List.of());
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private Stored stored(Event event) {
        return switch (event) {
            case ErrorEvent error -> new StoredError(error.moment(), known(issueOf, error.id()));
            case Trigger trigger -> new StoredTrigger(TriggerRef.of(trigger));
        };
    }

    private void apply(Step step) {
        for (Change change : step.changes()) {
            switch (change) {
                case IssueOpened opened -> issues.put(opened.state().id(), opened.state());
                case IssueUpdated updated -> issues.put(updated.state().id(), updated.state());
                case IssueRemoved removed -> issues.remove(removed.issueId());
                case EventAppended appended -> append(appended.entry());
                case EventRemoved removed -> drop(removed.event(), true);
                case EventSettled settled -> {
                    drop(settled.event(), false);
                    horizonMicros = settled.horizonMicros();
                }
                case ResolverSettled settled -> issues.replaceAll((_, state) -> resolved(state, settled.resolver()));
                case TransitionAdded added ->
                    told.computeIfAbsent(added.state().id(), _ -> new ArrayList<>())
                            .add(added.transition());
                case TransitionRetracted retracted -> {
                    if (!known(told, retracted.state().id()).remove(retracted.transition())) {
                        throw new AssertionError("retracted what was never told: " + retracted);
                    }
                }
            }
        }
    }

    private static IssueState resolved(IssueState state, TriggerRef resolver) {
        return state.settled().awaitsResolver()
                ? state.withSettled(state.settled().resolvedBy(resolver))
                : state;
    }

    private void append(Entry entry) {
        Event event = entry.event();
        events.put(event.moment(), event);
        byId.put(event.id(), event);
        switch (entry) {
            case ErrorEntry error -> {
                issueOf.put(event.id(), error.issueId());
                occurrences
                        .computeIfAbsent(error.issueId(), _ -> new TreeSet<>())
                        .add(event.moment());
            }
            case Entry.TriggerEntry trigger -> triggers.put(event.moment(), TriggerRef.of(trigger.event()));
        }
    }

    /** A settled trigger stays in the log, as it does in a store for the length of the correlation window. */
    private void drop(Stored event, boolean alsoFromLog) {
        events.remove(event.moment());
        byId.remove(event.moment().id());
        switch (event) {
            case StoredError error -> known(occurrences, error.issueId()).remove(error.moment());
            case StoredTrigger trigger -> {
                if (alsoFromLog) {
                    triggers.remove(trigger.moment());
                }
            }
        }
    }

    @Override
    public Optional<Event> event(EventId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public long horizonMicros() {
        return horizonMicros;
    }

    @Override
    public Optional<IssueState> issue(IssueId id) {
        return Optional.ofNullable(issues.get(id));
    }

    @Override
    public Occurrences occurrences(IssueId id) {
        return new OccurrencesInMemory(occurrences.getOrDefault(id, new TreeSet<>()));
    }

    @Override
    public TriggerLog triggers() {
        return new TriggersInMemory(triggers);
    }

    @Override
    public Iterable<IssueState> issuesSeenBetween(Moment fromInclusive, Moment toExclusive) {
        return issues.values().stream()
                .filter(state -> Stream.concat(known(occurrences, state.id()).stream(), state.settled().last().stream())
                        .anyMatch(moment -> !moment.isBefore(fromInclusive) && moment.isBefore(toExclusive)))
                .toList();
    }

    /** Reads an issue with what a store would count for it, recounted from its stored occurrences. */
    public IssueReading reading(IssueId id) {
        IssueState state = known(issues, id);
        NavigableSet<Moment> moments = known(occurrences, id);
        return new IssueReading() {
            @Override
            public IssueState state() {
                return state;
            }

            @Override
            public Occurrences occurrences() {
                return ServiceInMemory.this.occurrences(id);
            }

            @Override
            public long countBetween(long fromExclusiveMicros, long toInclusiveMicros) {
                return moments.stream()
                        .mapToLong(Moment::timestampMicros)
                        .filter(t -> fromExclusiveMicros < t && t <= toInclusiveMicros)
                        .count();
            }

            @Override
            public Optional<DistinctCount> uniqueUsers() {
                long users = moments.stream()
                        .flatMap(moment -> known(byId, moment.id()).metadata().userId().stream())
                        .mapToLong(DistinctKey::of)
                        .distinct()
                        .count();
                return users == 0 ? Optional.empty() : Optional.of(new DistinctCount(users, false));
            }

            @Override
            public DistinctCount familyRoutes() {
                long routes = family().flatMap(member -> member.grouping().routeIfAny().stream())
                        .distinct()
                        .count();
                return new DistinctCount(routes, false);
            }

            @Override
            public List<EventId> newestEvents(int limit) {
                return moments.descendingSet().stream()
                        .limit(limit)
                        .map(Moment::id)
                        .toList();
            }

            @Override
            public List<IssueId> siblings(int limit) {
                return family().map(IssueState::id)
                        .filter(sibling -> !sibling.equals(id))
                        .limit(limit)
                        .toList();
            }

            private Stream<IssueState> family() {
                return issues.values().stream()
                        .filter(member -> member.grouping()
                                .family()
                                .equals(state.grouping().family()));
            }
        };
    }
}
