package io.traceops.adapter.sentry.ingest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.adapter.sentry.auth.Credentials;
import io.traceops.adapter.sentry.auth.Dsn;
import io.traceops.adapter.sentry.auth.SentryAuth;
import io.traceops.adapter.sentry.envelope.Envelope;
import io.traceops.adapter.sentry.envelope.EnvelopeReader;
import io.traceops.adapter.sentry.event.SentryEvent;
import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.ServiceName;
import io.traceops.http.body.BodyLimits;
import io.traceops.http.body.BodyReader;
import io.traceops.http.body.ContentCoding;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;

/** The two ways in which SDKs send events. Waits for bodies, so it runs on a virtual thread. */
@Singleton
public final class Ingest {
    /** Any type, and none: a browser calls an envelope plain text, Node calls it nothing. */
    private static final BodyLimits LIMITS = new BodyLimits(
            Optional.empty(),
            EnumSet.allOf(ContentCoding.class),
            32 << 20,
            "Attachments and replays are not stored; switch them off, or lower their limit.");

    private final SentrySettings settings;
    private final BodyReader bodies;
    private final Captures captures;
    private final WireItems counts;

    Ingest(SentrySettings settings, BodyReader bodies, Captures captures, WireItems counts) {
        this.settings = settings;
        this.bodies = bodies;
        this.captures = captures;
        this.counts = counts;
    }

    /** Takes an envelope. */
    public MutableHttpResponse<byte[]> envelope(HttpRequest<?> request, String project) {
        Optional<ServiceName> service = settings.service(project);
        if (service.isEmpty()) {
            return Refusals.noProject();
        }
        Credentials shown = credentials(request);
        // Without credentials at the door the envelope has to be opened: they may be in its header.
        boolean mayBeInside = shown instanceof Credentials.Missing;
        Optional<MutableHttpResponse<byte[]>> refusal = mayBeInside ? Optional.empty() : Refusals.of(shown, settings);
        return refusal.orElseGet(() -> read(request, bytes -> envelope(bytes, service.get(), mayBeInside)));
    }

    private MutableHttpResponse<byte[]> envelope(byte[] bytes, ServiceName service, boolean needsCredentials) {
        return switch (EnvelopeReader.read(bytes)) {
            case Envelope.Reading.Malformed(String problem) -> {
                counts.countMalformedEnvelope();
                yield Problems.answer(
                        HttpStatus.BAD_REQUEST, Problem.of("malformed envelope", "The envelope " + problem + "."));
            }
            case Envelope.Reading.Read(Envelope envelope) -> {
                Optional<MutableHttpResponse<byte[]>> refusal =
                        needsCredentials ? Refusals.of(credentials(envelope.header()), settings) : Optional.empty();
                yield refusal.orElseGet(() -> captures.envelope(envelope, bytes, service));
            }
        };
    }

    /**
     * Takes an event alone, as SDKs of former times send it.
     *
     * @param project absent if the address does not name it, so that the event has to
     */
    public MutableHttpResponse<byte[]> store(HttpRequest<?> request, Optional<String> project) {
        return Refusals.of(credentials(request), settings)
                .orElseGet(() -> read(request, bytes -> store(bytes, project)));
    }

    private MutableHttpResponse<byte[]> store(byte[] bytes, Optional<String> project) {
        SentryEvent.Outcome outcome = PackedEvent.read(bytes);
        Optional<ServiceName> service = project.or(() -> outcome instanceof SentryEvent.Outcome.Read(SentryEvent event)
                        ? event.project()
                        : Optional.empty())
                .flatMap(settings::service);
        boolean isUnreadable = !(outcome instanceof SentryEvent.Outcome.Read);
        if (service.isEmpty() && !isUnreadable) {
            return Refusals.noProject();
        }
        return captures.event(outcome, service);
    }

    /** Nothing is answered with 415, which SDKs do not know. */
    private MutableHttpResponse<byte[]> read(
            HttpRequest<?> request, Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        MutableHttpResponse<byte[]> answer = bodies.read(request, LIMITS, use);
        return answer.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE ? answer.status(HttpStatus.BAD_REQUEST) : answer;
    }

    private static Credentials credentials(HttpRequest<?> request) {
        return SentryAuth.of(
                Optional.ofNullable(request.getHeaders().get("X-Sentry-Auth")),
                Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION)),
                Optional.ofNullable(request.getParameters().get("sentry_key")));
    }

    private static Credentials credentials(JsonObject envelopeHeader) {
        Optional<String> dsn = Fields.text(envelopeHeader, "dsn");
        if (dsn.isEmpty()) {
            return new Credentials.Missing();
        }
        return dsn.flatMap(Dsn::parse)
                .<Credentials>map(parsed -> new Credentials.Key(parsed.publicKey()))
                .orElseGet(() -> new Credentials.Malformed("the dsn of the envelope is no DSN"));
    }
}
