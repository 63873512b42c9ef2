package io.traceops.http.body;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.BodyBudget;
import io.traceops.http.problem.Problems;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Reads whole bodies of a bounded size, and unpacks them. It waits for what the client is still sending, so it runs on a
 * virtual thread, never on the event loop.
 *
 * <p>A packed body is unpacked piece by piece as it arrives, and given up as soon as a bound is exceeded: what a bomb
 * would unpack to is never in memory, and never computed.
 */
@Singleton
public final class BodyReader {
    private static final int INITIAL_BYTES = 64 << 10;
    private static final int BUFFER_BYTES = 16 << 10;

    private final BodyBudget budget;

    /** @param budget bounds what all bodies take, at least {@value BodyLimits#ALL_BYTES_MIN} bytes */
    BodyReader(BodyBudget budget) {
        if (budget.bytesMax() < BodyLimits.ALL_BYTES_MIN) {
            throw new IllegalArgumentException("bodies in memory: " + budget.bytesMax() + " bytes, allowed "
                    + BodyLimits.ALL_BYTES_MIN + " or more");
        }
        this.budget = budget;
    }

    /**
     * Reads the body and answers with what {@code use} makes of it, or says why the body was not read. The bytes count
     * as memory in use until the answer is made.
     */
    public MutableHttpResponse<byte[]> read(
            HttpRequest<?> request, BodyLimits limits, Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        return BodyHeaders.refusal(request, limits)
                .map(refusal -> BodyHeaders.beforeEnd(request, refusal))
                .orElseGet(() -> readBody((ServerHttpRequest<?>) request, limits, use));
    }

    private MutableHttpResponse<byte[]> readBody(
            ServerHttpRequest<?> request,
            BodyLimits limits,
            Function<? super byte[], MutableHttpResponse<byte[]>> use) {
        ByteBody body = request.byteBody();
        if (body.expectedLength().orElse(0) > limits.bytesMax()) {
            return BodyHeaders.beforeEnd(request, tooLarge(limits));
        }
        ContentCoding coding = BodyHeaders.coding(request).orElseThrow();
        try (BodyBudget.Share share = budget.open()) {
            if (coding == ContentCoding.IDENTITY && body instanceof AvailableByteBody whole) {
                byte[] bytes = whole.toByteArray();
                return share.grow(bytes.length) ? use.apply(bytes) : Problems.overloaded(Admission.RETRY_AFTER);
            }
            if (!share.grow(coding.unpackingBytesMax())) {
                return BodyHeaders.beforeEnd(request, Problems.overloaded(Admission.RETRY_AFTER));
            }
            try (ArrivingBody arriving = new ArrivingBody(body)) {
                return switch (collect(arriving, coding, limits, share)) {
                    case Collected.Whole(byte[] bytes) -> use.apply(bytes);
                    case Collected.Refused(var refusal, boolean isBroken) ->
                        isBroken ? BodyHeaders.closing(refusal) : BodyHeaders.beforeEnd(arriving, refusal);
                };
            }
        }
    }

    private sealed interface Collected {
        @SuppressWarnings("ArrayRecordComponent") // Handed over once.
        record Whole(byte[] bytes) implements Collected {}

        record Refused(MutableHttpResponse<byte[]> refusal, boolean isBroken) implements Collected {}
    }

    private static Collected collect(
            ArrivingBody arriving, ContentCoding coding, BodyLimits limits, BodyBudget.Share share) {
        long deadlineNanos = System.nanoTime() + BodyLimits.TIME_MAX.toNanos();
        ArrivingInput packed = new ArrivingInput(arriving, deadlineNanos);
        try (InputStream unpacked = coding.unpack(packed)) {
            return collect(packed, unpacked, limits, share, deadlineNanos);
        } catch (ArrivingInput.TooSlow _) {
            return refused(Problems.bodyTooSlow(BodyLimits.TIME_MAX));
        } catch (ArrivingInput.Broken _) {
            return new Collected.Refused(Problems.malformedBody("is broken off or not framed as HTTP has it"), true);
        } catch (IOException _) {
            return refused(Problems.malformedBody("is not " + coding.wireName() + ", or only a part of it"));
        }
    }

    private static Collected collect(
            ArrivingInput packed, InputStream unpacked, BodyLimits limits, BodyBudget.Share share, long deadlineNanos)
            throws IOException {
        ByteArrayOutputStream collected = new ByteArrayOutputStream(INITIAL_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            long bytes = (long) collected.size() + read;
            if (Math.max(bytes, packed.count()) > limits.bytesMax()) {
                return refused(tooLarge(limits));
            }
            if (bytes > BodyLimits.DENSE_BYTES_FREE && bytes / BodyLimits.RATIO_MAX > packed.count()) {
                return refused(Problems.bodyTooDense(BodyLimits.RATIO_MAX));
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                return refused(Problems.bodyTooSlow(BodyLimits.TIME_MAX));
            }
            // What is collected is copied once more when it is complete.
            if (!share.grow(2L * read)) {
                return refused(Problems.overloaded(Admission.RETRY_AFTER));
            }
            collected.write(buffer, 0, read);
        }
        return new Collected.Whole(collected.toByteArray());
    }

    private static Collected refused(MutableHttpResponse<byte[]> refusal) {
        return new Collected.Refused(refusal, false);
    }

    private static MutableHttpResponse<byte[]> tooLarge(BodyLimits limits) {
        return Problems.bodyTooLarge(limits.bytesMax(), limits.tooLargeAdvice());
    }
}
