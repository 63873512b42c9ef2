package io.traceops.storage.contract;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.FamilyKey;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.Transition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Correlation, lifecycle and impact as the rules tell them, by brute force over the whole set of events: slow, without any
 * index, and simple enough to be believed. It shares no code with what it is held against, but for the grouping.
 */
final class ReferenceModel {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final LedgerSettings settings;
    private final List<Trigger> triggers = new ArrayList<>();
    private final Map<IssueId, List<ErrorEntry>> issues = new TreeMap<>();

    ReferenceModel(LedgerSettings settings, Collection<Entry> set) {
        this.settings = settings;
        set.stream()
                .sorted(Comparator.comparing(entry -> entry.event().moment()))
                .forEach(entry -> {
                    switch (entry) {
                        case ErrorEntry error ->
                            issues.computeIfAbsent(error.issueId(), _ -> new ArrayList<>())
                                    .add(error);
                        case TriggerEntry trigger -> triggers.add(trigger.event());
                    }
                });
        triggers.addAll(ReferenceReleases.detectedIn(set));
        triggers.sort(Comparator.comparing(Event::moment));
    }

    /** All issues in the order of their ids. */
    List<IssueFacts> facts(long nowMicros) {
        return issues.keySet().stream().map(id -> facts(id, nowMicros)).toList();
    }

    /** Every transition of an issue, a resolution that is still to be verified among them. */
    List<Transition> transitions(IssueId id) {
        return new Life(id).transitionsUntil(Long.MAX_VALUE);
    }

    Collection<IssueId> issueIds() {
        return issues.keySet();
    }

    private IssueFacts facts(IssueId id, long nowMicros) {
        Life life = new Life(id);
        List<ErrorEntry> occurrences = issues.getOrDefault(id, List.of());
        List<ErrorEvent> recent = life.line.stream()
                .filter(error -> error.timestampMicros() > nowMicros - HOUR_MICROS)
                .filter(error -> error.timestampMicros() <= nowMicros)
                .toList();
        Optional<Trigger> resolution = life.resolution.filter(trigger -> isVerified(trigger, nowMicros));
        return new IssueFacts(
                id,
                life.line.getFirst().message(),
                resolution.isPresent() ? "RESOLVED" : "OPEN",
                life.line.size(),
                life.line.getFirst().id(),
                life.line.getLast().id(),
                life.regressions,
                routes(id),
                users(occurrences),
                cause(life.episodeStart).map(Event::id),
                resolution.map(Event::id),
                family(id).filter(member -> !member.equals(id)).limit(20).toList(),
                life.transitionsUntil(nowMicros).stream().map(Object::toString).toList(),
                rate(recent, nowMicros),
                life.line.reversed().stream().limit(50).map(Event::id).toList());
    }

    private boolean isVerified(Trigger trigger, long nowMicros) {
        return trigger.timestampMicros() + verificationMicros() <= nowMicros;
    }

    private static double rate(List<ErrorEvent> recent, long nowMicros) {
        if (recent.isEmpty()) {
            return 0;
        }
        double minutes = (nowMicros - recent.getFirst().timestampMicros()) / 60e6;
        return recent.size() / Math.max(1, minutes);
    }

    private Optional<DistinctCount> users(List<ErrorEntry> occurrences) {
        long users = occurrences.stream()
                .flatMap(error -> error.event().metadata().userId().stream())
                .distinct()
                .count();
        return users == 0 ? Optional.empty() : Optional.of(count(users));
    }

    private DistinctCount routes(IssueId id) {
        return count(family(id)
                .flatMap(member -> issues.getOrDefault(member, List.of()).stream())
                .flatMap(error -> error.grouping().routeIfAny().stream())
                .distinct()
                .count());
    }

    private DistinctCount count(long value) {
        return new DistinctCount(value, value > settings.exactUsersMax());
    }

    private Stream<IssueId> family(IssueId id) {
        ErrorEntry one = issues.getOrDefault(id, List.of()).getFirst();
        ServiceName service = one.event().service();
        FamilyKey family = one.grouping().family();
        return issues.entrySet().stream()
                .filter(issue -> issue.getValue().getFirst().event().service().equals(service))
                .filter(issue -> issue.getValue().getFirst().grouping().family().equals(family))
                .map(Map.Entry::getKey);
    }

    private Optional<Trigger> cause(ErrorEvent error) {
        return ofSameService(error)
                .filter(trigger -> error.timestampMicros() >= trigger.timestampMicros())
                .filter(trigger -> error.timestampMicros() - trigger.timestampMicros() <= windowMicros())
                .reduce((earlier, later) ->
                        later.id().isOfDetectedDeploy() && !earlier.id().isOfDetectedDeploy() ? earlier : later);
    }

    private Optional<Trigger> earliestFrom(ErrorEvent occurrence) {
        return ofSameService(occurrence)
                .filter(trigger -> trigger.timestampMicros() >= occurrence.timestampMicros())
                .findFirst();
    }

    private Stream<Trigger> ofSameService(Event event) {
        return triggers.stream().filter(trigger -> trigger.service().equals(event.service()));
    }

    private long verificationMicros() {
        return settings.policy().lifecycle().verificationMicros();
    }

    private long windowMicros() {
        return settings.policy().correlation().windowMicros();
    }

    /** One issue, read from its first occurrence to its last. */
    private final class Life {
        private final List<ErrorEvent> line;
        private final List<Transition> transitions = new ArrayList<>();
        private final Optional<Trigger> resolution;
        private ErrorEvent episodeStart;
        private int regressions;

        Life(IssueId id) {
            line = issues.getOrDefault(id, List.of()).stream()
                    .map(ErrorEntry::event)
                    .toList();
            episodeStart = line.getFirst();
            transitions.add(Transition.opened(episodeStart.moment()));
            for (int i = 0; i + 1 < line.size(); i++) {
                passGap(line.get(i), line.get(i + 1));
            }
            resolution = earliestFrom(line.getLast());
        }

        private void passGap(ErrorEvent occurrence, ErrorEvent next) {
            earliestFrom(occurrence)
                    .filter(trigger -> trigger.timestampMicros() + verificationMicros() < next.timestampMicros())
                    .ifPresent(trigger -> {
                        transitions.add(resolved(trigger));
                        transitions.add(Transition.regressed(next.moment()));
                        episodeStart = next;
                        regressions++;
                    });
        }

        List<Transition> transitionsUntil(long nowMicros) {
            List<Transition> all = new ArrayList<>(transitions);
            resolution
                    .filter(trigger -> isVerified(trigger, nowMicros))
                    .map(this::resolved)
                    .ifPresent(all::add);
            return all;
        }

        private Transition resolved(Trigger trigger) {
            return Transition.resolved(trigger.moment(), settings.policy().lifecycle());
        }
    }
}
