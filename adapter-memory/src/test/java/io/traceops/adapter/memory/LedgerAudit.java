package io.traceops.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.LedgerSize;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.lifecycle.IssueId;
import java.util.HashMap;
import java.util.Map;

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
                byte[] event = walk.next();
                shardBytes += EventBytes.heapBytes(event);
                event(shard, type, event);
            }
        }
        assertThat(content.events().count()).isEqualTo(shardEvents);
        assertThat(content.events().bytes()).isEqualTo(shardBytes);
        new IssuesAudit(core, shard).run();
        content.issues().all().forEach(issue -> issueServices.put(issue.id(), shard.name()));
        retained(shard);
        assertThat(shard.figures()).isEqualTo(figures(shard, shardEvents, shardBytes));

        events += shardEvents;
        bytes += shardBytes;
        issues += content.issues().count();
        services += shard.isEmpty() ? 0 : 1;
        shards++;
    }

    private void event(ServiceShard shard, EventType type, byte[] event) {
        assertThat(EventBytes.type(event)).isEqualTo(type);
        assertThat(EventBytes.serviceNumber(event)).isEqualTo(shard.number());
        assertThat(core.ids().holds(event)).as("in the id table").isTrue();
        if (EventBytes.isError(event)) {
            IssueEntry issue =
                    shard.content().issues().find(EventBytes.issueId(event)).orElseThrow();
            assertThat(issue.occurrences().find(EventBytes.moment(event)).orElseThrow())
                    .isSameAs(event);
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

    private static Figures figures(ServiceShard shard, int events, long bytes) {
        long dormantSinceMicros = shard.content().issues().all().stream()
                .filter(issue -> issue.occurrences().isEmpty())
                .mapToLong(issue -> issue.state().last().timestampMicros())
                .min()
                .orElse(Long.MAX_VALUE);
        return new Figures(events, shard.content().issues().count(), bytes, dormantSinceMicros);
    }
}
