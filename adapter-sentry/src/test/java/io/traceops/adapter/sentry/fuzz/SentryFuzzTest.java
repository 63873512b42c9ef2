package io.traceops.adapter.sentry.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.traceops.adapter.sentry.Calls;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.envelope.Envelope;
import io.traceops.adapter.sentry.envelope.EnvelopeReader;
import io.traceops.adapter.sentry.event.EventMapping;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Text;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes arrive: they are taken or refused, and nothing fails. */
@Timeout(value = 11, unit = TimeUnit.MINUTES) // To fuzz takes longer than a test may.
class SentryFuzzTest {
    private static final long NOON_MICROS = 1_772_366_400_000_000L;
    private static final RunningDoor DOOR = RunningDoor.open();

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @FuzzTest(maxDuration = "10m")
    void envelope_ofAnyBytes_isTakenApartOrRefused(byte[] bytes) {
        switch (EnvelopeReader.read(bytes)) {
            case Envelope.Reading.Malformed(String problem) ->
                assertThat(problem).isNotBlank();
            case Envelope.Reading.Read(Envelope envelope) -> holdsWithin(envelope.items(), bytes.length);
        }
    }

    private static void holdsWithin(List<Envelope.Item> items, int length) {
        int end = 0;
        for (Envelope.Item item : items) {
            assertThat(item.from()).isGreaterThanOrEqualTo(end);
            assertThat(item.to()).isBetween(item.from(), length);
            end = item.to();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void event_ofAnyBytes_isMappedOrRefused(byte[] bytes) {
        if (SentryEvent.read(bytes, 0, bytes.length) instanceof SentryEvent.Outcome.Read(SentryEvent event)) {
            EventDraft draft = EventMapping.draft(event, new ServiceName("checkout"), JsonObject.EMPTY, NOON_MICROS);

            assertThat(draft.id().flatMap(EventId::problemOf)).isEmpty();
            assertThat(draft.metadata().flatMap(Metadata::problemOf)).isEmpty();
            assertThat(draft.message().orElse("")).hasSizeLessThanOrEqualTo(Event.MESSAGE_LENGTH_MAX);
            assertThat(draft.message().flatMap(Text::problemOf)).isEmpty();
            assertThat(draft.timestampMicros().orElse(0)).isBetween(0L, NOON_MICROS + 86_400_000_000L);
        }
    }

    /** The first byte picks the address, the others are the body. */
    @FuzzTest(maxDuration = "10m")
    void request_ofAnyBytes_isNoFaultOfTheServer(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] body = new byte[bytes.length - 1];
        System.arraycopy(bytes, 1, body, 0, body.length);
        Calls.Reply reply = switch (bytes[0] & 3) {
            case 0, 1 -> DOOR.calls().post("/api/checkout/envelope/", body);
            case 2 -> DOOR.calls().post("/api/checkout/store/", body);
            default ->
                DOOR.calls().cli("POST", "organizations/acme/releases/1.0/deploys/", new String(body, ISO_8859_1));
        };

        assertThat(reply.status()).isIn(200, 201, 400, 413);
    }
}
