package io.traceops.adapter.grpc;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.grpc.Problem.Reason;
import io.traceops.application.capture.Violation;
import java.time.Duration;
import java.util.List;

/** The problems that any call can meet. */
final class Problems {
    /** In the metadata of the error info: where a watcher can resume. */
    static final String RESUME_TOKEN = "resume_token";

    /** In the metadata of the error info: what the log calls the failure. */
    static final String ERROR_ID = "error_id";

    private static final Duration WATCHERS_RETRY_AFTER = Duration.ofSeconds(30);

    private Problems() {}

    /** The request has fields that are wrong. */
    static StatusRuntimeException invalid(List<FieldViolation> violations) {
        FieldViolation first = violations.getFirst();
        String more = violations.size() == 1 ? "" : "; " + (violations.size() - 1) + " more";
        return Problem.of(
                        Code.INVALID_ARGUMENT,
                        Reason.INVALID_REQUEST,
                        first.getField() + ": " + first.getDescription() + more)
                .violating(violations)
                .exception();
    }

    static StatusRuntimeException invalid(String path, String description) {
        return invalid(List.of(Problem.violation(path, description)));
    }

    /** @param prefix what leads from the request to the fields, such as {@code event.}; empty if nothing does */
    static List<FieldViolation> fields(String prefix, List<Violation> violations) {
        return violations.stream()
                .map(violation -> Problem.violation(prefix + FieldPaths.of(violation.field()), violation.problem()))
                .toList();
    }

    /** The request is no message of its kind, or there is not exactly one. */
    static StatusRuntimeException unreadable(String problem) {
        return Problem.of(Code.INVALID_ARGUMENT, Reason.INVALID_REQUEST, problem)
                .exception();
    }

    static StatusRuntimeException notFound(String what, String advice) {
        return Problem.of(Code.NOT_FOUND, Reason.NOT_FOUND, "no " + what + ". " + advice)
                .exception();
    }

    static StatusRuntimeException detectedDeploy(String id) {
        return Problem.of(
                        Code.FAILED_PRECONDITION,
                        Reason.DETECTED_DEPLOY,
                        "nobody sent " + id
                                + ": it goes with the events that name its release, or once deploys are announced")
                .exception();
    }

    static StatusRuntimeException tooSlow(Duration timeMax) {
        return Problem.of(
                        Code.DEADLINE_EXCEEDED,
                        Reason.TOO_SLOW,
                        "a request has to arrive within " + timeMax.toSeconds() + " s")
                .exception();
    }

    static StatusRuntimeException overloaded(Duration retryAfter) {
        return Problem.of(
                        Code.RESOURCE_EXHAUSTED,
                        Reason.OVERLOADED,
                        "too many requests at once; wait " + retryAfter.toMillis() + " ms, then try again")
                .retryAfter(retryAfter)
                .exception();
    }

    static StatusRuntimeException stopping() {
        return Problem.of(Code.UNAVAILABLE, Reason.STOPPING, "the server is stopping; try again later")
                .exception();
    }

    static StatusRuntimeException stoppingWatcher(String resumeToken) {
        return Problem.of(
                        Code.UNAVAILABLE,
                        Reason.STOPPING,
                        "the server is stopping; once it is back, list the issues and watch anew")
                .with(RESUME_TOKEN, resumeToken)
                .exception();
    }

    static StatusRuntimeException watcherTooSlow(String resumeToken) {
        return Problem.of(
                        Code.RESOURCE_EXHAUSTED,
                        Reason.WATCHER_TOO_SLOW,
                        "transitions were read too slowly; resume with the token, and read faster")
                .with(RESUME_TOKEN, resumeToken)
                .retryAfter(Duration.ZERO)
                .exception();
    }

    static StatusRuntimeException tooManyWatchers(int watchersMax) {
        return Problem.of(
                        Code.RESOURCE_EXHAUSTED,
                        Reason.TOO_MANY_WATCHERS,
                        "as many watch already as may: " + watchersMax)
                .retryAfter(WATCHERS_RETRY_AFTER)
                .exception();
    }

    static StatusRuntimeException tokenExpired() {
        return Problem.of(
                        Code.OUT_OF_RANGE,
                        Reason.TOKEN_EXPIRED,
                        "what followed the resume token is no longer kept; list the issues, then watch without a token")
                .exception();
    }

    static StatusRuntimeException tokenUnknown() {
        return invalid("resume_token", "is not one that this server gave");
    }

    /** The server failed. The client learns an id to ask about, and nothing else. */
    static StatusRuntimeException serverFault(String errorId) {
        return Problem.of(Code.INTERNAL, Reason.SERVER_FAULT, "the server failed; its log has more under " + errorId)
                .with(ERROR_ID, errorId)
                .exception();
    }
}
