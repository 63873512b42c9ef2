package io.traceops.adapter.sentry.ingest;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.adapter.sentry.auth.Credentials;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.Optional;

/** Who is not let in. */
final class Refusals {
    private Refusals() {}

    /** Empty if the credentials open this door. */
    static Optional<MutableHttpResponse<byte[]>> of(Credentials shown, SentrySettings settings) {
        return switch (shown) {
            case Credentials.Key(String key) when settings.opens(key) -> Optional.empty();
            case Credentials.Key _ ->
                Optional.of(Problems.answer(
                        HttpStatus.FORBIDDEN,
                        Problem.of("unknown key", "The key of the DSN is none of those that this server knows.")));
            case Credentials.Missing _ ->
                Optional.of(Problems.answer(
                        HttpStatus.UNAUTHORIZED,
                        Problem.of("missing key", "Send the key of the DSN as sentry_key in X-Sentry-Auth.")));
            case Credentials.Malformed(String problem) ->
                Optional.of(
                        Problems.answer(HttpStatus.BAD_REQUEST, Problem.of("malformed credentials", problem + ".")));
        };
    }

    static MutableHttpResponse<byte[]> noProject() {
        return Problems.answer(
                HttpStatus.BAD_REQUEST,
                Problem.of("no project", "Name the service, or a configured project, as the project of the DSN."));
    }
}
