package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.LedgerSize;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.lifecycle.IssueId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds every index of a ledger against every other: what one knows, all must know. Run while nobody writes.
 */
final class LedgerAudit {
    private final LedgerCore core;
    private long events;
    private long issues;
    private long services;
    private int shards;
    private long bytes;
    private int segments;
    private final Map<IssueId, ServiceName> issueServices = new HashMap<>();

    private LedgerAudit(LedgerCore core) {
        this.core = core;
    }

    static void of(MemoryLedger ledger) {
        LedgerAudit audit = new LedgerAudit(ledger.core());
        ledger.directory().all().forEach(audit::shard);
        audit.totals(ledger.size());
    }

    private void totals(LedgerSize size) {
        assertThat(core.ids().size()).as("ids").isEqualTo(events);
        assertThat(size.events()).as("events").isEqualTo(events);
        assertThat(size.issues()).as("issues").isEqualTo(issues);
        assertThat(size.services()).as("services").isEqualTo(services);
        assertThat(size.bytes()).as("bytes").isEqualTo(bytes);
        assertThat(core.segments().count()).as("segments").isEqualTo(segments);
        assertThat(core.issueServices()).as("services of issues").isEqualTo(issueServices);
        int numbers = 0;
        for (int number = 0; number < core.limits().servicesMax(); number++) {
            numbers += core.numbers().name(number).isPresent() ? 1 : 0;
        }
        assertThat(numbers).as("numbers given to services").isEqualTo(shards);
    }

    private void shard(ServiceShard shard) {
        ServiceContent content = shard.content();
        assertThat(shard.isRetired()).isFalse();
        assertThat(shard.isBlank()).as("nothing is known of %s", shard.name()).isFalse();
        assertThat(core.numbers().name(shard.number())).contains(shard.name());

        long shardBytes = 0;
        int shardEvents = 0;
        for (EventType type : EventType.values()) {
            TimeIndex index = content.events().ofType(type);
            TimeIndexAudit.of(index);
            shardEvents += index.size();
            for (var walk = index.forward(); walk.hasNext(); ) {
                EventBytes event = walk.next();
                shardBytes += event.length();
                event(shard, type, event);
            }
        }
        assertThat(content.events().count()).isEqualTo(shardEvents);
        assertThat(content.log().live()).isEqualTo(shardBytes);
        log(shard);
        new IssuesAudit(core, shard).run();
        content.issues().all().forEach(issue -> issueServices.put(issue.id(), shard.name()));
        retained(shard);
        assertThat(shard.figures()).isEqualTo(figures(shard, shardEvents));

        events += shardEvents;
        bytes += content.log().capacity();
        issues += content.issues().count();
        services += shard.isEmpty() ? 0 : 1;
        shards++;
    }

    /** A log is as long as it says, its holes are few enough, and no segment is kept for nothing. */
    private void log(ServiceShard shard) {
        EventLog log = shard.content().log();
        List<Segment> shared = log.shared();
        Set<Segment> open = new HashSet<>(shared);
        for (EventType type : EventType.values()) {
            shard.content().events().ofType(type).forward().forEachRemaining(event -> open.add(event.segment()));
        }
        segments += open.size();
        assertThat(open.stream().mapToLong(Segment::capacity).sum()).isEqualTo(log.capacity());
        assertThat(open.stream().mapToLong(Segment::live).sum()).isEqualTo(log.live());
        assertThat(open)
                .allMatch(segment -> segment.service() == shard.number() && segment.used() <= segment.capacity());
        assertThat(shared.stream().limit(Math.max(0, shared.size() - 1))).allMatch(segment -> segment.live() > 0);
    }

    private void event(ServiceShard shard, EventType type, EventBytes event) {
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.serviceNumber()).isEqualTo(shard.number());
        assertThat(core.ids().holds(event)).as("in the id table").isTrue();
        if (event.isError()) {
            IssueEntry issue = shard.content().issues().find(event.issueId()).orElseThrow();
            assertThat(issue.occurrences().find(event.moment()).orElseThrow()).isEqualTo(event);
        }
    }

    /** The dropped triggers that are kept come before every stored event and are not too old. */
    private void retained(ServiceShard shard) {
        ServiceContent content = shard.content();
        assertThat(content.triggers().retained()).hasSizeLessThanOrEqualTo(ServiceTriggers.RETAINED_MAX);
        long oldestMicros =
                content.horizonMicros() - 1 - core.policy().correlation().windowMicros();
        content.triggers().retained().forEach(trigger -> {
            assertThat(trigger.timestampMicros()).isGreaterThanOrEqualTo(oldestMicros);
            content.events()
                    .oldest()
                    .map(EventBytes::moment)
                    .ifPresent(oldest -> assertThat(trigger.moment()).isLessThan(oldest));
        });
        content.events()
                .oldest()
                .map(EventBytes::moment)
                .ifPresent(oldest ->
                        assertThat(oldest).isGreaterThanOrEqualTo(Moment.startOf(content.horizonMicros() - 1)));
    }

    private static Figures figures(ServiceShard shard, int events) {
        long dormantSinceMicros = shard.content().issues().all().stream()
                .filter(issue -> issue.occurrences().isEmpty())
                .mapToLong(issue -> issue.state().last().timestampMicros())
                .min()
                .orElse(Long.MAX_VALUE);
        return new Figures(
                events, shard.content().issues().count(), shard.content().log().capacity(), dormantSinceMicros);
    }
}
