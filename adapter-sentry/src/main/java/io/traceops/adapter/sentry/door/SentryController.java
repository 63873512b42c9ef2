package io.traceops.adapter.sentry.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.traceops.adapter.sentry.cli.CliCalls;
import io.traceops.adapter.sentry.ingest.Ingest;
import io.traceops.http.body.BodyHeaders;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Everything below {@code /api/}. One route takes it all, whatever its type, since clients name many types or none, and
 * versions and projects in the path have characters that no template fits.
 */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SentryController {
    private static final String CLI = "0";
    private static final String ENVELOPE = "envelope";
    private static final String STORE = "store";

    private final Ingest ingest;
    private final CliCalls cli;

    SentryController(Ingest ingest, CliCalls cli) {
        this.ingest = ingest;
        this.cli = cli;
    }

    @Get("/api/{path:.*}")
    MutableHttpResponse<?> get(HttpRequest<?> request, String path) {
        return answer(request);
    }

    @Post("/api/{path:.*}")
    MutableHttpResponse<?> post(HttpRequest<?> request, String path) {
        return answer(request);
    }

    @Put("/api/{path:.*}")
    MutableHttpResponse<?> put(HttpRequest<?> request, String path) {
        return answer(request);
    }

    @Patch("/api/{path:.*}")
    MutableHttpResponse<?> patch(HttpRequest<?> request, String path) {
        return answer(request);
    }

    @Delete("/api/{path:.*}")
    MutableHttpResponse<?> delete(HttpRequest<?> request, String path) {
        return answer(request);
    }

    @Options("/api/{path:.*}")
    MutableHttpResponse<?> options(HttpRequest<?> request, String path) {
        return answer(request);
    }

    /** What is refused may not have been read to its end. */
    private MutableHttpResponse<?> answer(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = answerTo(request);
        return answer.code() < HttpStatus.BAD_REQUEST.getCode() ? answer : BodyHeaders.beforeEnd(request, answer);
    }

    private MutableHttpResponse<?> answerTo(HttpRequest<?> request) {
        List<String> segments = Address.of(request).segments();
        boolean isStore = !segments.isEmpty() && segments.getLast().equals(STORE);
        if (segments.equals(List.of(STORE))) {
            return sent(request, () -> ingest.store(request, Optional.empty()));
        }
        if (segments.size() == 2 && (isStore || segments.getLast().equals(ENVELOPE))) {
            String project = segments.getFirst();
            return sent(
                    request,
                    () -> isStore ? ingest.store(request, Optional.of(project)) : ingest.envelope(request, project));
        }
        if (!segments.isEmpty() && segments.getFirst().equals(CLI)) {
            return cli.answer(request, segments.subList(1, segments.size()));
        }
        return Problems.notFound(
                "such path", "Events go to /api/PROJECT/envelope/, where PROJECT is the name of the service.");
    }

    /** Something that an SDK sends, or asks whether it may send. */
    private interface Sent {
        MutableHttpResponse<byte[]> answer();
    }

    private static MutableHttpResponse<?> sent(HttpRequest<?> request, Sent sent) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            MutableHttpResponse<?> preflight = HttpResponse.ok();
            SentryHeaders.allow(preflight);
            return preflight;
        }
        if (request.getMethod() != HttpMethod.POST) {
            return Problems.answer(HttpStatus.METHOD_NOT_ALLOWED, Problem.of("method not allowed", "Allowed: POST."))
                    .header(HttpHeaders.ALLOW, "POST, OPTIONS");
        }
        MutableHttpResponse<byte[]> answer = sent.answer();
        SentryHeaders.share(answer);
        return answer;
    }
}
