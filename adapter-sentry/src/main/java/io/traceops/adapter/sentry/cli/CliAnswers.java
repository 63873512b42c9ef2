package io.traceops.adapter.sentry.cli;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.application.capture.Rejection;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Micros;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the command line is told. A person reads it, in the log of a build most of the time. */
final class CliAnswers {
    private static final String RETRY_AFTER_TOO_MANY_SERVICES = "60";

    private CliAnswers() {}

    static MutableHttpResponse<byte[]> ok(JsonValue body) {
        return of(HttpStatus.OK, body);
    }

    static MutableHttpResponse<byte[]> of(HttpStatus status, JsonValue body) {
        return HttpResponse.<byte[]>status(status)
                .body(JsonOutput.bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    static MutableHttpResponse<byte[]> info() {
        Map<String, JsonValue> info = new LinkedHashMap<>();
        info.put("version", new JsonString("0"));
        info.put("auth", new JsonObject(Map.of("scopes", new JsonArray(List.of(new JsonString("project:releases"))))));
        info.put("user", JsonNull.NULL);
        return ok(new JsonObject(info));
    }

    static MutableHttpResponse<byte[]> badToken(String what) {
        return Problems.answer(
                HttpStatus.UNAUTHORIZED,
                Problem.of(what + " token", "Show one of the tokens that this server knows: SENTRY_AUTH_TOKEN."));
    }

    static MutableHttpResponse<byte[]> bad(String problem) {
        return Problems.answer(HttpStatus.BAD_REQUEST, Problem.of("invalid request", problem));
    }

    static MutableHttpResponse<byte[]> noRelease(ReleaseId release) {
        return Problems.notFound("release " + release.version(), "It was not announced, or that was too long ago.");
    }

    static MutableHttpResponse<byte[]> noProjects(ReleaseId release) {
        return Problems.answer(
                HttpStatus.BAD_REQUEST,
                Problem.of(
                        "no project",
                        "Say which services are deployed: pass --project to 'deploys new', or announce "
                                + release.version() + " with 'releases new --project' before."));
    }

    /** Not 404, of which the command line would make "organization not found". */
    static MutableHttpResponse<byte[]> noUploads() {
        return Problems.answer(
                HttpStatus.BAD_REQUEST,
                Problem.of(
                        "uploads are not supported",
                        "TraceOps takes releases, commits and deploys, but neither source maps nor debug files."));
    }

    static MutableHttpResponse<byte[]> unknown(String methodAndPath) {
        return Problems.answer(
                HttpStatus.NOT_FOUND,
                Problem.of(
                        "not supported",
                        methodAndPath + " is not supported: TraceOps takes releases, commits and deploys."));
    }

    /** Unlike an SDK, whoever deploys can do something about a deploy that is not stored. */
    static MutableHttpResponse<byte[]> rejected(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid -> Problems.invalid("invalid deploy", invalid.violations());
            case Rejection.Conflict conflict ->
                Problems.answer(HttpStatus.CONFLICT, Problem.of("deploy " + conflict.id() + " exists"));
            case Rejection.BeforeHorizon before ->
                Problems.answer(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Problem.of(
                                "deploy is too old",
                                "The events of service " + before.service() + " are complete from "
                                        + Micros.toInstant(before.horizonMicros()) + " on."));
            case Rejection.TooManyServices tooMany ->
                Problems.answer(
                                HttpStatus.TOO_MANY_REQUESTS,
                                Problem.of(
                                        "too many services",
                                        "The server keeps " + tooMany.servicesMax() + " services, and "
                                                + tooMany.service() + " is not one of them."))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_TOO_MANY_SERVICES);
        };
    }
}
