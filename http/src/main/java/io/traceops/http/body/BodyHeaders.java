package io.traceops.http.body;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.traceops.http.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the headers of a request say of its body, before the body is read. */
public final class BodyHeaders {
    /** How long the rest of a body is thrown away before its client is answered. */
    private static final Duration DISCARDING_TIME_MAX = Duration.ofSeconds(2);

    private BodyHeaders() {}

    /** Says why a body cannot be read whatever is in it. */
    public static Optional<MutableHttpResponse<byte[]>> refusal(HttpRequest<?> request, BodyLimits limits) {
        return limits.type().flatMap(type -> typeRefusal(request, type)).or(() -> codingRefusal(request, limits));
    }

    /** How the body is packed; empty if it is in a way that nobody here knows. */
    static Optional<ContentCoding> coding(HttpRequest<?> request) {
        List<String> named = request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING);
        return named.size() > 1 ? Optional.empty() : ContentCoding.of(named.isEmpty() ? "" : named.getFirst());
    }

    private static Optional<MutableHttpResponse<byte[]>> typeRefusal(HttpRequest<?> request, String expected) {
        boolean isExpected = request.getContentType()
                .filter(type -> type.getName().equalsIgnoreCase(expected))
                .isPresent();
        if (!isExpected) {
            return Optional.of(Problems.unsupportedMediaType("Name the type of the body: Content-Type: " + expected));
        }
        Optional<String> charset =
                request.getContentType().flatMap(type -> type.getParameters().get("charset"));
        return charset.filter(name -> !name.equalsIgnoreCase("utf-8")).isPresent()
                ? Optional.of(Problems.unsupportedMediaType("Send the body as UTF-8."))
                : Optional.empty();
    }

    private static Optional<MutableHttpResponse<byte[]>> codingRefusal(HttpRequest<?> request, BodyLimits limits) {
        if (coding(request).filter(limits.codings()::contains).isPresent()) {
            return Optional.empty();
        }
        String others = limits.codings().stream()
                .filter(coding -> coding != ContentCoding.IDENTITY)
                .sorted()
                .map(coding -> " or with " + coding.wireName())
                .collect(Collectors.joining());
        return Optional.of(Problems.unsupportedMediaType("Send the body without Content-Encoding" + others + "."));
    }

    /**
     * Readies a refusal for a client that is still sending: a short rest of the body is thrown away, for a long or endless
     * one the connection is closed.
     */
    public static <B> MutableHttpResponse<B> beforeEnd(HttpRequest<?> request, MutableHttpResponse<B> refusal) {
        return hasLongRest(request) ? closing(refusal) : refusal;
    }

    /**
     * Readies a refusal for a client of whose body a part was read: for a short while the rest is thrown away, so that the
     * client comes to read the answer; then the connection is closed.
     */
    public static MutableHttpResponse<byte[]> beforeEnd(ArrivingBody rest, MutableHttpResponse<byte[]> refusal) {
        return rest.discard(DISCARDING_TIME_MAX) ? refusal : closing(refusal);
    }

    /** Readies an answer after which the connection is of no use any more. */
    public static <B> MutableHttpResponse<B> closing(MutableHttpResponse<B> refusal) {
        return refusal.header(HttpHeaders.CONNECTION, "close");
    }

    private static boolean hasLongRest(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received) || received.byteBody() instanceof AvailableByteBody) {
            return false;
        }
        OptionalLong length = received.byteBody().expectedLength();
        return length.isEmpty() || length.getAsLong() > ArrivingBody.DISCARDED_BYTES_MAX;
    }
}
