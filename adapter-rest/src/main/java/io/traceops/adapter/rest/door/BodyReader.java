package io.traceops.adapter.rest.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.traceops.adapter.rest.door.ArrivingBody.Piece;
import io.traceops.adapter.rest.problem.Problems;
import io.traceops.application.capture.Admission;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.function.Function;

/**
 * Reads whole bodies of a bounded size. It waits for what the client is still sending, so it runs on a virtual thread,
 * never on the event loop.
 */
@Singleton
public final class BodyReader {
    private static final String TYPE = "application/json";
    private static final int INITIAL_BYTES = 64 << 10;

    /** How long a client may take to send a body; while it does, it holds a place that others want. */
    private static final Duration TIME_MAX = Duration.ofSeconds(30);

    private final BodyBudget budget;

    BodyReader(BodyBudget budget) {
        this.budget = budget;
    }

    /**
     * Reads the body and answers with what {@code use} makes of it, or says why the body was not read. The bytes count
     * as memory in use until the answer is made.
     */
    public MutableHttpResponse<byte[]> read(
            HttpRequest<?> request, Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        return BodyHeaders.refusal(request, TYPE)
                .map(refusal -> BodyHeaders.beforeEnd(request, refusal))
                .orElseGet(() -> readBody((ServerHttpRequest<?>) request, use));
    }

    private MutableHttpResponse<byte[]> readBody(
            ServerHttpRequest<?> request, Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        ByteBody body = request.byteBody();
        if (body.expectedLength().orElse(0) > Problems.BODY_BYTES_MAX) {
            return BodyHeaders.beforeEnd(request, Problems.bodyTooLarge());
        }
        try (BodyBudget.Share share = budget.open()) {
            if (body instanceof AvailableByteBody whole) {
                byte[] bytes = whole.toByteArray();
                return share.grow(bytes.length) ? use.apply(bytes) : Problems.overloaded(Admission.RETRY_AFTER);
            }
            return readArriving(body, share, use);
        }
    }

    private static MutableHttpResponse<byte[]> readArriving(
            ByteBody body, BodyBudget.Share share, Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        ByteArrayOutputStream collected = new ByteArrayOutputStream(INITIAL_BYTES);
        long deadlineNanos = System.nanoTime() + TIME_MAX.toNanos();
        try (ArrivingBody arriving = new ArrivingBody(body)) {
            while (true) {
                switch (arriving.next(Duration.ofNanos(deadlineNanos - System.nanoTime()))) {
                    case Piece.Bytes(byte[] bytes) -> {
                        if (collected.size() + bytes.length > Problems.BODY_BYTES_MAX) {
                            return BodyHeaders.beforeEnd(arriving, Problems.bodyTooLarge());
                        }
                        // What is collected is copied once more when it is complete.
                        if (!share.grow(2L * bytes.length)) {
                            return BodyHeaders.beforeEnd(arriving, Problems.overloaded(Admission.RETRY_AFTER));
                        }
                        collected.writeBytes(bytes);
                    }
                    case Piece.Nothing _ -> {
                        return BodyHeaders.beforeEnd(arriving, Problems.bodyTooSlow(TIME_MAX));
                    }
                    case Piece.Broken _ -> {
                        return BodyHeaders.closing(
                                Problems.malformedBody("is broken off or not framed as HTTP has it"));
                    }
                    case Piece.End _ -> {
                        return use.apply(collected.toByteArray());
                    }
                }
            }
        }
    }
}
