package io.traceops.domain.fold;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.lifecycle.IssueId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lifecycle as the rules tell it, by brute force over the sorted events: slow, and simple enough to be believed. */
final class ReferenceLifecycle {
    private final FoldPolicy policy;
    private final List<Trigger> triggers = new ArrayList<>();
    private final Map<IssueId, List<ErrorEvent>> occurrences = new TreeMap<>();

    ReferenceLifecycle(FoldPolicy policy, Iterable<Entry> entries) {
        this.policy = policy;
        List<Entry> sorted = new ArrayList<>();
        entries.forEach(sorted::add);
        sorted.sort(Comparator.comparing(entry -> entry.event().moment()));
        for (Entry entry : sorted) {
            switch (entry) {
                case ErrorEntry error ->
                    occurrences
                            .computeIfAbsent(error.issueId(), _ -> new ArrayList<>())
                            .add(error.event());
                case Entry.TriggerEntry trigger -> triggers.add(trigger.event());
            }
        }
    }

    /** One line for each issue: everything that the lifecycle says of it at an instant. */
    List<String> describe(long nowMicros) {
        List<String> lines = new ArrayList<>();
        occurrences.forEach((id, line) -> lines.add(describe(id, line, nowMicros)));
        return lines;
    }

    private String describe(IssueId id, List<ErrorEvent> line, long nowMicros) {
        List<String> history = new ArrayList<>();
        history.add("OPENED by " + line.getFirst().id());
        ErrorEvent episodeStart = line.getFirst();
        int regressions = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            ErrorEvent next = line.get(i + 1);
            Optional<Trigger> resolver = resolver(line.get(i))
                    .filter(trigger -> trigger.timestampMicros() + verification() < next.timestampMicros());
            if (resolver.isPresent()) {
                history.add("RESOLVED by " + resolver.get().id());
                history.add("REGRESSED by " + next.id());
                episodeStart = next;
                regressions++;
            }
        }
        Optional<Trigger> resolution =
                resolver(line.getLast()).filter(trigger -> trigger.timestampMicros() + verification() <= nowMicros);
        resolution.ifPresent(trigger -> history.add("RESOLVED by " + trigger.id()));
        return String.join(
                " | ",
                id.hex(),
                "count " + line.size(),
                "title " + line.getFirst().message(),
                "first " + line.getFirst().id(),
                "last " + line.getLast().id(),
                "regressions " + regressions,
                resolution.isPresent() ? "resolved" : "open",
                "since " + episodeStart.id(),
                "cause " + cause(episodeStart).map(EventId::value).orElse("none"),
                "history " + history);
    }

    private Optional<Trigger> resolver(ErrorEvent occurrence) {
        return triggers.stream()
                .filter(trigger -> trigger.timestampMicros() >= occurrence.timestampMicros())
                .findFirst();
    }

    private Optional<EventId> cause(ErrorEvent error) {
        return triggers.stream()
                .filter(trigger -> trigger.timestampMicros() <= error.timestampMicros())
                .filter(trigger -> error.timestampMicros() - trigger.timestampMicros()
                        <= policy.correlation().windowMicros())
                .reduce((_, later) -> later)
                .map(Event::id);
    }

    private long verification() {
        return policy.lifecycle().verificationMicros();
    }
}
