package io.traceops.http.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.Optional;

/** Requests that are not HTTP, or more of it than the server reads. */
final class DecoderFailures {
    private DecoderFailures() {}

    /** What to answer to a request whose line or headers could not be read; empty if they could. */
    static Optional<MutableHttpResponse<byte[]>> of(HttpRequest<?> request) {
        if (!(request instanceof NettyHttpRequest<?> received)
                || !received.getNativeRequest().decoderResult().isFailure()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (received.getNativeRequest().decoderResult().cause()) {
                    case TooLongHttpLineException _ ->
                        Problems.answer(HttpStatus.REQUEST_URI_TOO_LONG, Problem.of("address too long"));
                    case TooLongHttpHeaderException _ ->
                        Problems.answer(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, Problem.of("headers too large"));
                    default -> Problems.answer(HttpStatus.BAD_REQUEST, Problem.of("malformed request"));
                });
    }
}
