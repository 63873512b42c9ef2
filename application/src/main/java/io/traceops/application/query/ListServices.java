package io.traceops.application.query;

import io.traceops.application.port.EventSlice;
import io.traceops.application.port.EventSlice.Order;
import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.ServiceReading;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueStatus;
import io.traceops.domain.triage.Triage;
import io.traceops.domain.triage.TriagePolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows which services there are and how each is doing. Thread-safe. */
public final class ListServices {
    private final ServiceLedger ledger;
    private final TriagePolicy policy;
    private final InstantSource clock;

    public ListServices(ServiceLedger ledger, TriagePolicy policy, InstantSource clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    /** All services, in the order of their names. */
    public List<ServiceSummary> services() {
        long asOfMicros = Micros.of(clock.instant());
        return ledger.services().stream()
                .map(service -> ledger.read(service, reading -> summary(reading, asOfMicros)))
                .flatMap(Optional::stream)
                .toList();
    }

    private ServiceSummary summary(ServiceReading reading, long asOfMicros) {
        Triage triage = new Triage(policy, asOfMicros, reading.triggers());
        // Nothing last seen before the trigger that resolves it can be open, so only what follows is looked at.
        long openIssues = 0;
        for (IssueState state : reading.issuesLastSeenFrom(Moment.startOf(triage.openAfterMicros()))) {
            if (triage.status(state) == IssueStatus.OPEN) {
                openIssues++;
            }
        }
        List<Moment> last = reading.moments(
                new EventSlice(Optional.empty(), 0, Long.MAX_VALUE, Order.NEWEST_FIRST, Optional.empty(), 1));
        long horizonMicros = reading.horizonMicros();
        return new ServiceSummary(
                reading.service(),
                reading.eventCount(),
                openIssues,
                last.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(last.getFirst().timestampMicros()),
                reading.triggers().lastBefore(Moment.startOf(Long.MAX_VALUE)),
                horizonMicros == 0 ? OptionalLong.empty() : OptionalLong.of(horizonMicros));
    }
}
