package io.traceops.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the format of a problem by the request that it answers. Thread-safe. */
@Singleton
public final class ProblemFormats {
    private final List<ProblemFormat> formats;

    ProblemFormats(List<ProblemFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Writes the problem of a response, if it has one, in the format that the client of the request expects. */
    public void apply(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Problems.of(response)
                .ifPresent(problem -> formats.stream()
                        .filter(format -> format.covers(request))
                        .findFirst()
                        .ifPresent(format -> format.write(problem, request, response)));
    }
}
