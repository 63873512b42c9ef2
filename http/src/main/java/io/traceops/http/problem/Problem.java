package io.traceops.http.problem;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.capture.Violation;
import io.traceops.http.json.EpochMillis;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was not answered.
 *
 * @param error what is wrong, in a few words
 * @param message what to do about it
 * @param violations every value that is wrong, where values are
 * @param horizon the time from which the service's events are complete, where an event is older than that
 * @param errorId what the log names the failure by, where it is the server's own
 */
@Schema(name = "Problem", description = "Why a request was not answered.")
public record Problem(
        @Schema(description = "What is wrong, in a few words.", example = "invalid event")
        String error,

        @Schema(requiredMode = NOT_REQUIRED, description = "What to do about it.")
        Optional<String> message,

        @Schema(requiredMode = NOT_REQUIRED, description = "Every value that is wrong.")
        Optional<List<ViolationAnswer>> violations,

        @Schema(requiredMode = NOT_REQUIRED, description = "The time from which the service's events are complete.")
        Optional<EpochMillis> horizon,

        @Schema(requiredMode = NOT_REQUIRED, description = "Names the failure in the server's log.")
        Optional<String> errorId) {
    /** The longest text that is quoted from a request, in characters. */
    static final int QUOTE_LENGTH_MAX = 1_000;

    public Problem {
        error = PlainText.of(error);
        message = message.map(PlainText::of);
        violations = violations.map(List::copyOf);
    }

    /** A value that is wrong. */
    @Schema(name = "Violation", description = "A value that is wrong.")
    public record ViolationAnswer(
            @Schema(description = "The field, such as `timestamp` or `events[3].serviceName`.", example = "serviceName")
            String field,

            @Schema(description = "What is wrong with it and what is allowed.", example = "is required")
            String problem) {
        public ViolationAnswer {
            field = PlainText.of(field);
            problem = PlainText.of(problem);
        }

        static ViolationAnswer of(Violation violation) {
            return new ViolationAnswer(violation.field(), violation.problem());
        }
    }

    public static Problem of(String error) {
        return new Problem(error, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Problem of(String error, String message) {
        return new Problem(error, Optional.of(message), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Problem withViolations(List<Violation> all) {
        List<ViolationAnswer> answers = all.stream().map(ViolationAnswer::of).toList();
        return new Problem(error, message, Optional.of(answers), horizon, errorId);
    }

    public Problem withHorizon(long horizonMicros) {
        return new Problem(error, message, violations, Optional.of(EpochMillis.ofMicros(horizonMicros)), errorId);
    }

    public Problem withErrorId(String id) {
        return new Problem(error, message, violations, horizon, Optional.of(id));
    }
}
