package io.traceops.application.query;

import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.application.port.StoredEvent;
import io.traceops.application.query.IssueSearch.IssueFilter;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.domain.triage.Triage;
import io.traceops.domain.triage.TriagePolicy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Says which issues there are, how bad each is, and which to fix first. Thread-safe. */
public final class TriageIssues {
    /** How many issues need attention unless asked otherwise. */
    public static final int ATTENTION_DEFAULT = 3;

    /** The most issues that can be asked for. */
    public static final int ATTENTION_MAX = 100;

    /**
     * The most issues of a service that are read at once: a tenth of a millisecond, for which its writers wait. Read one
     * by one, each could have to wait for a writer.
     */
    private static final int ISSUES_PER_READING = 8;

    private final ServiceLedger ledger;
    private final TriagePolicy policy;
    private final InstantSource clock;

    public TriageIssues(ServiceLedger ledger, TriagePolicy policy, InstantSource clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Issues of one service or of all. The pages of one list are all ordered as of the instant of the first page, so an
     * issue that no event touched in between is on exactly one of them.
     */
    public Answer<Page<Issue>> list(IssueQuery query) {
        Checks checks = new Checks(query.malformed());
        Optional<ServiceName> service = checks.serviceName(query.serviceName());
        int limit = checks.limit(query.limit(), Page.LIMIT_DEFAULT, Page.LIMIT_MAX);
        query.text()
                .filter(text -> text.length() > IssueQuery.TEXT_LENGTH_MAX)
                .ifPresent(text -> checks.add(
                        "query", "has " + text.length() + " characters, allowed 0 to " + IssueQuery.TEXT_LENGTH_MAX));
        IssueSort sort = query.sort().orElse(IssueSort.PRIORITY);
        String question = "issues/" + query.serviceName() + query.status() + query.severity() + query.text() + sort;
        Optional<Cursor.PlaceAsOf> after = query.cursor().flatMap(cursor -> Cursor.toPlace(question, cursor));
        if (query.cursor().isPresent() && after.isEmpty()) {
            checks.cursorUnusable();
        }
        if (checks.failed()) {
            return checks.invalid();
        }
        long asOfMicros = after.map(Cursor.PlaceAsOf::asOfMicros).orElseGet(this::nowMicros);
        IssueFilter filter = new IssueFilter(
                query.status(), query.severity(), query.text().map(text -> text.toLowerCase(Locale.ROOT)));
        IssueSearch search =
                new IssueSearch(policy, asOfMicros, sort, filter, after.map(Cursor.PlaceAsOf::place), limit + 1);
        List<IssuePlace> places = search(search, service);
        List<IssuePlace> onPage = places.subList(0, Math.min(limit, places.size()));
        Optional<String> nextCursor = places.size() > limit
                ? Optional.of(Cursor.ofPlace(question, onPage.getLast(), asOfMicros))
                : Optional.empty();
        return new Answer.Found<>(new Page<>(assess(onPage, filter, asOfMicros), nextCursor));
    }

    /** The open issues to fix first, by score, then last seen, then id. */
    public Answer<List<Issue>> needsAttention(Optional<String> serviceName, OptionalInt limit) {
        Checks checks = new Checks(List.of());
        Optional<ServiceName> service = checks.serviceName(serviceName);
        int most = checks.limit(limit, ATTENTION_DEFAULT, ATTENTION_MAX);
        if (checks.failed()) {
            return checks.invalid();
        }
        long asOfMicros = nowMicros();
        IssueFilter open = new IssueFilter(Optional.of(IssueStatus.OPEN), Optional.empty(), Optional.empty());
        IssueSearch search = new IssueSearch(policy, asOfMicros, IssueSort.PRIORITY, open, Optional.empty(), most);
        return new Answer.Found<>(assess(search(search, service), open, asOfMicros));
    }

    /** One issue with its history. */
    public Answer<Issue> issue(String id) {
        Optional<IssueId> issueId = IssueId.parse(id);
        long asOfMicros = nowMicros();
        Optional<Issue> issue = issueId.flatMap(known -> readService(
                known,
                reading -> reading.issueReading(known)
                        .map(found -> new Triage(policy, asOfMicros, reading.triggers()).assessWithHistory(found))));
        return issue.<Answer<Issue>>map(Answer.Found::new).orElseGet(() -> noSuchIssue(id));
    }

    /** The stored occurrences of an issue, newest first. */
    public Answer<Page<StoredEvent>> events(String id, OptionalInt limit, Optional<String> cursor) {
        Checks checks = new Checks(List.of());
        int most = checks.limit(limit, Page.LIMIT_DEFAULT, Page.LIMIT_MAX);
        String question = "issue-events/" + id;
        Optional<Moment> after = cursor.flatMap(text -> Cursor.toMoment(question, text));
        if (cursor.isPresent() && after.isEmpty()) {
            checks.cursorUnusable();
        }
        if (checks.failed()) {
            return checks.invalid();
        }
        Optional<Page<StoredEvent>> page = IssueId.parse(id)
                .flatMap(known -> readService(
                        known,
                        reading -> reading.issueReading(known)
                                .map(_ -> BrowseEvents.page(
                                        reading.occurrencesBefore(known, after, most + 1), most, question))));
        return page.<Answer<Page<StoredEvent>>>map(Answer.Found::new).orElseGet(() -> noSuchIssue(id));
    }

    private List<IssuePlace> search(IssueSearch search, Optional<ServiceName> service) {
        List<ServiceName> services = service.map(List::of).orElseGet(ledger::services);
        for (ServiceName name : services) {
            ledger.read(name, reading -> {
                search.visit(reading);
                return true;
            });
        }
        return search.places();
    }

    /**
     * Assesses issues in the given order. An event may have come since they were found: one that vanished or is not
     * wanted any more is left out, so that no list contradicts itself.
     */
    private List<Issue> assess(List<IssuePlace> places, IssueFilter filter, long asOfMicros) {
        Map<ServiceName, List<IssueId>> byService = new LinkedHashMap<>();
        for (IssuePlace place : places) {
            ledger.serviceOf(place.id())
                    .ifPresent(service -> byService
                            .computeIfAbsent(service, _ -> new ArrayList<>())
                            .add(place.id()));
        }
        Map<IssueId, Issue> assessed = new HashMap<>();
        byService.forEach((service, ids) -> {
            for (int from = 0; from < ids.size(); from += ISSUES_PER_READING) {
                List<IssueId> some = ids.subList(from, Math.min(ids.size(), from + ISSUES_PER_READING));
                ledger.read(service, reading -> assess(reading, some, filter, asOfMicros))
                        .ifPresent(assessed::putAll);
            }
        });
        return places.stream()
                .flatMap(place -> Optional.ofNullable(assessed.get(place.id())).stream())
                .toList();
    }

    private Map<IssueId, Issue> assess(ServiceReading reading, List<IssueId> ids, IssueFilter filter, long asOfMicros) {
        Triage triage = new Triage(policy, asOfMicros, reading.triggers());
        Map<IssueId, Issue> assessed = new HashMap<>();
        for (IssueId id : ids) {
            reading.issueReading(id)
                    .filter(issue -> filter.accepts(issue, triage))
                    .ifPresent(issue -> assessed.put(id, triage.assess(issue)));
        }
        return assessed;
    }

    private <R> Optional<R> readService(IssueId id, Function<ServiceReading, Optional<R>> question) {
        return ledger.serviceOf(id)
                .flatMap(service -> ledger.read(service, question))
                .flatMap(answer -> answer);
    }

    private long nowMicros() {
        return Micros.of(clock.instant());
    }

    private static <T> Answer<T> noSuchIssue(String id) {
        return new Answer.NotFound<>(
                "issue " + id, "Its events never arrived or were deleted, or it was forgotten for room.");
    }
}
