package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.ServiceReading;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which issues were last seen after a moment, although an issue is not filed anew each time that it occurs. */
class LastSeenTest {
    private static final int TIMES = 400;

    private final MemoryLedger ledger = Samples.ledger(MemoryLimits.DEFAULT);

    @Test
    void issue_seenAgain_isFoundOnceByItsLastOccurrence() {
        append("e1", 5, 1);
        append("e2", 20, 1);
        append("e3", 30, 1);

        assertThat(lastSeenFrom(10)).hasSize(1);
        assertThat(lastSeenFrom(31)).isEmpty();
    }

    @Test
    void issues_ofAnyHistory_areThoseThatSayThatTheyWereSeenThen() {
        for (int seed = 0; seed < 20; seed++) {
            MemoryLedger some = Samples.ledger(new MemoryLimits(seed % 2 == 0 ? 1_000_000 : 150, 30, 10, 10));
            Random random = new Random(seed);
            for (int n = 0; n < 600; n++) {
                change(some, random, n);
                int from = random.nextInt(TIMES);
                assertThat(some.read(Samples.SERVICE, reading -> lastSeenFrom(reading, from)))
                        .isEqualTo(some.read(Samples.SERVICE, reading -> lookedThrough(reading, from)));
            }
        }
    }

    /** More issues than may wait for being filed. */
    @Test
    void issues_manySeenAgain_areEachFoundOnce() {
        int issues = 3_000;
        for (int round = 0; round < 3; round++) {
            for (int issue = 0; issue < issues; issue++) {
                append("e" + round + "-" + issue, round * 100L, issue);
            }
        }

        assertThat(lastSeenFrom(200)).hasSize(issues).doesNotHaveDuplicates();
        assertThat(lastSeenFrom(201)).isEmpty();
    }

    private static void change(MemoryLedger ledger, Random random, int n) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            ledger.appendEach(List.of(Samples.deploy("d" + n, random.nextInt(TIMES))), 0);
        } else if (dice < 5) {
            ledger.delete(new EventId("e" + random.nextInt(n + 1)));
        } else {
            ledger.appendEach(
                    List.of(Samples.error("e" + n, random.nextInt(TIMES), text(random.nextInt(40)), Metadata.EMPTY)),
                    0);
        }
    }

    private void append(String id, long timestampMicros, int issue) {
        ledger.appendEach(List.of(Samples.error(id, timestampMicros, text(issue), Metadata.EMPTY)), 0);
    }

    /** Letters alone, since numbers need not tell issues apart. */
    private static String text(int issue) {
        StringBuilder text = new StringBuilder("Broken ");
        for (int rest = issue; rest > 0; rest /= 26) {
            text.append((char) ('a' + rest % 26));
        }
        return text.toString();
    }

    private List<IssueId> lastSeenFrom(long fromMicros) {
        return ledger.read(Samples.SERVICE, reading -> lastSeenFrom(reading, fromMicros))
                .orElseThrow();
    }

    private static List<IssueId> lastSeenFrom(ServiceReading reading, long fromMicros) {
        List<IssueId> found = new ArrayList<>();
        for (IssueState state : reading.issuesLastSeenFrom(Moment.startOf(fromMicros))) {
            found.add(state.id());
        }
        Collections.sort(found);
        return found;
    }

    private static List<IssueId> lookedThrough(ServiceReading reading, long fromMicros) {
        List<IssueId> found = new ArrayList<>();
        for (IssueReading issue : reading.issues()) {
            if (issue.state().last().timestampMicros() >= fromMicros) {
                found.add(issue.state().id());
            }
        }
        Collections.sort(found);
        return found;
    }
}
