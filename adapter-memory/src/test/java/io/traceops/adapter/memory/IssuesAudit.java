package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds the issues of one service against their occurrences, their families and the indexes that lead to them. */
final class IssuesAudit {
    private final LedgerCore core;
    private final ServiceShard shard;
    private final ServiceIssues issues;

    IssuesAudit(LedgerCore core, ServiceShard shard) {
        this.core = core;
        this.shard = shard;
        this.issues = shard.content().issues();
    }

    void run() {
        issues.all().forEach(this::issue);
        issues.families().forEach(this::family);
        columns(issues.columns());
        assertThat(issues.byLastSeen()).hasSize(issues.count());
        assertThat(issues.byFirstSeen()).hasSize(issues.count());
        issues.byFirstSeen().forEach((moment, issue) -> {
            assertThat(issue.state().first()).isEqualTo(moment);
            assertThat(issues.find(issue.id()).orElseThrow()).isSameAs(issue);
        });
        issues.byLastSeen().forEach((moment, issue) -> {
            assertThat(issue.state().last()).isEqualTo(moment);
            assertThat(issues.find(issue.id()).orElseThrow()).isSameAs(issue);
        });
        assertThat(issues.awaitingResolver())
                .containsExactlyInAnyOrderElementsOf(issues.all().stream()
                        .filter(issue -> issue.state().settled().awaitsResolver())
                        .toList());
        assertThat(issues.families().stream()
                        .mapToInt(family -> family.members().size())
                        .sum())
                .isEqualTo(issues.count());
    }

    private void columns(IssueColumns columns) {
        int taken = 0;
        for (int slot = 0; slot < columns.slots(); slot++) {
            if (columns.isTaken(slot)) {
                IssueReading issue = columns.issue(slot);
                IssueState state = issue.state();
                assertThat(issues.find(state.id()).orElseThrow()).isSameAs(issue);
                assertThat(columns.firstMicros(slot)).isEqualTo(state.first().timestampMicros());
                assertThat(columns.lastMicros(slot)).isEqualTo(state.last().timestampMicros());
                assertThat(columns.count(slot)).isEqualTo(state.count());
                assertThat(columns.regressionCount(slot)).isEqualTo(state.regressionCount());
                assertThat(columns.titleSeverity(slot)).isEqualTo(state.titleSeverity());
                assertThat(columns.isOnSeveralRoutes(slot))
                        .isEqualTo(issue.familyRoutes().value() > 1);
                taken++;
            }
        }
        assertThat(taken).isEqualTo(issues.count());
    }

    private void issue(IssueEntry issue) {
        IssueState state = issue.state();
        TimeIndex occurrences = issue.occurrences();
        TimeIndexAudit.of(occurrences);
        occurrences.forward().forEachRemaining(event -> {
            assertThat(event.issueId()).isEqualTo(state.id());
            assertThat(shard.content()
                            .events()
                            .find(event.type(), event.moment())
                            .orElseThrow())
                    .isEqualTo(event);
        });
        assertThat(state.service()).isEqualTo(shard.name());
        assertThat(state.count()).isEqualTo(occurrences.size() + state.settled().count());
        if (!occurrences.isEmpty()) {
            assertThat(occurrences.backward().next().moment()).isEqualTo(state.last());
        } else {
            assertThat(state.settled().last()).contains(state.last());
        }
        if (state.settled().count() == 0) {
            assertThat(occurrences.forward().next().moment()).isEqualTo(state.first());
            assertThat(issue.uniqueUsers()).isEqualTo(users(issue));
        }
        assertThat(issue.family().key()).isEqualTo(state.grouping().family());
    }

    private void family(IssueFamily family) {
        assertThat(family.members()).isNotEmpty().isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        for (IssueEntry member : family.members()) {
            assertThat(issues.find(member.id()).orElseThrow()).isSameAs(member);
            assertThat(member.family()).isSameAs(family);
        }
        if (shard.content().horizonMicros() == 0) {
            List<EventBytes> all = new ArrayList<>();
            family.members().forEach(member -> member.occurrences().forward().forEachRemaining(all::add));
            assertThat(family.routeCount()).isEqualTo(count(all.stream(), EventBytes::routeKey));
        }
    }

    private Optional<DistinctCount> users(IssueEntry issue) {
        List<EventBytes> all = new ArrayList<>();
        issue.occurrences().forward().forEachRemaining(all::add);
        return Optional.of(count(all.stream(), EventBytes::userKey)).filter(count -> count.value() > 0);
    }

    private DistinctCount count(Stream<EventBytes> events, Function<EventBytes, OptionalLong> key) {
        long distinct =
                events.map(key).flatMapToLong(OptionalLong::stream).distinct().count();
        return new DistinctCount(distinct, distinct > core.limits().exactUsersMax());
    }
}
