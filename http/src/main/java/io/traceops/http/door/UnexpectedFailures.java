package io.traceops.http.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nobody expected: a bug or a broken store. The client gets an id and nothing else; the log has the same id
 * with all that is known.
 */
@Singleton
final class UnexpectedFailures implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable failure) {
        return Problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, log(request, Optional.of(failure)));
    }

    /** Writes the failure to the log, and gives what the client may know of it. */
    static Problem log(HttpRequest<?> request, Optional<Throwable> failure) {
        String id = RequestIds.fresh();
        LOG.error(
                "Error {} in {} {}, request {}",
                id,
                request.getMethodName(),
                request.getPath(),
                RequestIds.of(request),
                failure.orElse(null));
        return Problem.of("internal error", "It is in the server's log as " + id + ".")
                .withErrorId(id);
    }
}
