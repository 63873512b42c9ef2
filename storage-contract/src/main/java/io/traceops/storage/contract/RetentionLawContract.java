package io.traceops.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.Receipt;
import io.traceops.domain.event.EventType;
import io.traceops.domain.fold.ServiceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The one bound on the law: a full ledger drops old events, and everything that they gave to their issues stays. So what
 * it says of an issue is still what the rules say of all events that it ever accepted, except where only stored events
 * can tell.
 */
interface RetentionLawContract extends LedgerHarness {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    default void state_eventsDropped_isWhatTheRulesSayOfAllThatWereAccepted(int verificationMinutes) {
        for (long seed = 0; seed < LawContract.CASES; seed++) {
            Random random = new Random(seed);
            LedgerSettings settings = LawContract.settings(verificationMinutes, random)
                    .withExactUsersMax(100)
                    .withEventsMax(1 + random.nextInt(12));
            OpenLedger ledger = open(settings);
            List<EventSample> accepted = tell(ledger, random);

            ReferenceModel rules = new ReferenceModel(settings, LawContract.entries(accepted));
            long nowMicros = EventSample.at("23:00");
            for (IssueFacts expected : rules.facts(nowMicros)) {
                assertThat(ledger.issue(expected.id(), nowMicros)
                                .map(IssueFacts::of)
                                .map(IssueFacts::withoutStoredEvents))
                        .as("seed %d, verification %d min", seed, verificationMinutes)
                        .contains(expected.withoutStoredEvents());
            }
            assertThat(ledger.size().issues()).isEqualTo(rules.issueIds().size());
            assertThat(ledger.size().events()).isLessThanOrEqualTo(settings.eventsMax());
            close(ledger);
        }
    }

    /** Tells a history more or less in its order and deletes some of it again; returns what was accepted and not deleted. */
    private static List<EventSample> tell(OpenLedger ledger, Random random) {
        List<EventSample> history = new RandomHistory(random, "h").events(60, 2);
        history.sort(Comparator.comparingLong(EventSample::timestampMicros));
        // A quarter of them in another place, so that some are late and some of these too old.
        for (int i = 0; i < history.size() / 4; i++) {
            EventSample moved = history.remove(random.nextInt(history.size()));
            history.add(random.nextInt(history.size() + 1), moved);
        }
        List<EventSample> accepted = new ArrayList<>();
        for (EventSample event : history) {
            if (ledger.append(event) instanceof Receipt.Stored) {
                accepted.add(event);
            }
            if (random.nextInt(6) == 0 && !accepted.isEmpty()) {
                EventSample some = accepted.get(random.nextInt(accepted.size()));
                if (isFree(ledger, some) && ledger.ledger().delete(some.eventId())) {
                    accepted.remove(some);
                }
            }
        }
        return accepted;
    }

    /** A trigger of the very instant at the horizon may be the cause of an error that was dropped, which is final. */
    private static boolean isFree(OpenLedger ledger, EventSample event) {
        long horizonMicros = ledger.ledger()
                .read(event.serviceName(), ServiceView::horizonMicros)
                .orElse(0L);
        return event.type() == EventType.ERROR || event.timestampMicros() >= horizonMicros;
    }
}
