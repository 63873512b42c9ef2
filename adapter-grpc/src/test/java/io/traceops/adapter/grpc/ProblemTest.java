package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.InternalMetadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.application.capture.BatchOutcome.Indexed;
import io.traceops.application.capture.BatchOutcome.Rejected;
import io.traceops.application.capture.Rejection;
import io.traceops.application.capture.Violation;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.ServiceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @Test
    void invalid_namesEachFieldInTheWordsOfTheContract() {
        Refusal refusal = Refusal.of(Problems.invalid(Problems.fields(
                "event.",
                List.of(
                        new Violation("serviceName", "is required"),
                        new Violation("eventType", "has the unknown number 9")))));

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.status().getDescription()).isEqualTo("event.service_name: is required; 1 more");
        assertThat(refusal.violations())
                .containsEntry("event.service_name", "is required")
                .containsEntry("event.event_type", "has the unknown number 9");
        assertThat(refusal.reason()).isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "serviceName, service_name",
        "eventType, event_type",
        "startTime, start_time",
        "comparedTo, compared_to",
        "limit, page_size",
        "cursor, page_token",
        "id, id",
    })
    void fieldPath_ofAnApplicationField_isTheOneOfTheProtoFile(String field, String path) {
        assertThat(FieldPaths.of(field)).isEqualTo(path);
    }

    @Test
    void invalid_moreViolationsThanFit_countsTheRest() {
        List<FieldViolation> violations = IntStream.range(0, 1_000)
                .mapToObj(i -> Problem.violation("events[" + i + "].message", "has 9000 characters, allowed 0 to 8192"))
                .toList();

        Refusal refusal = Refusal.of(Problems.invalid(violations));

        assertThat(refusal.violations()).hasSizeGreaterThan(20);
        assertThat(refusal.metadata(Problem.VIOLATIONS_OMITTED))
                .isEqualTo(Integer.toString(1_000 - refusal.violations().size()));
    }

    @Test
    void problem_hostileTexts_fitsTheTrailersThatAClientTakes() {
        String emoji = "\uD83D\uDE00".repeat(100_000);
        List<FieldViolation> violations = IntStream.range(0, 1_000)
                .mapToObj(i -> Problem.violation(emoji, emoji))
                .toList();

        assertThat(bytes(Problems.invalid(violations))).isLessThan(8_192);
        assertThat(bytes(Problems.notFound(emoji, emoji))).isLessThan(8_192);
    }

    @Test
    void rejection_beforeTheHorizon_saysTheHorizon() {
        Refusal refusal = Refusal.of(
                Rejections.exception(new Rejection.BeforeHorizon(new ServiceName("shop"), 1_700_000_000_000_001L)));

        assertThat(refusal.code()).isEqualTo(Status.Code.OUT_OF_RANGE);
        assertThat(refusal.reason()).isEqualTo("BEFORE_HORIZON");
        assertThat(refusal.metadata(Rejections.HORIZON)).isEqualTo("2023-11-14T22:13:20.000001Z");
        assertThat(refusal.violations()).containsOnlyKeys("event.timestamp");
    }

    @Test
    void rejection_conflict_alreadyExists() {
        Refusal refusal = Refusal.of(Rejections.exception(new Rejection.Conflict(new EventId("e1"))));

        assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(refusal.reason()).isEqualTo("ID_CONFLICT");
        assertThat(refusal.violations()).containsOnlyKeys("event.id");
    }

    @Test
    void rejection_tooManyServices_saysWhenToComeBack() {
        Refusal refusal = Refusal.of(Rejections.exception(new Rejection.TooManyServices(new ServiceName("shop"), 10)));

        assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(refusal.reason()).isEqualTo("TOO_MANY_SERVICES");
        assertThat(refusal.retry()).isPresent();
    }

    @Test
    void rejectedBatch_severalReasons_theGravestGivesTheStatus() {
        ServiceName shop = new ServiceName("shop");
        Indexed tooMany = new Indexed(1, new Rejection.TooManyServices(shop, 10));
        Indexed tooOld = new Indexed(2, new Rejection.BeforeHorizon(shop, 1));
        Indexed conflict = new Indexed(3, new Rejection.Conflict(new EventId("e1")));
        Indexed invalid = new Indexed(4, new Rejection.Invalid(List.of(new Violation("message", "is odd"))));

        assertThat(codeOf(tooMany, tooOld, conflict, invalid)).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(codeOf(tooMany, tooOld, conflict)).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(codeOf(tooMany, tooOld)).isEqualTo(Status.Code.OUT_OF_RANGE);
        assertThat(codeOf(tooMany)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    private static Status.Code codeOf(Indexed... rejections) {
        Refusal refusal = Refusal.of(Rejections.exception(new Rejected(List.of(rejections), rejections.length)));
        assertThat(refusal.violations()).hasSize(rejections.length);
        return refusal.code();
    }

    /** As HTTP/2 counts a list of headers: names, values, and 32 bytes for each. */
    private static int bytes(StatusRuntimeException problem) {
        int bytes = 32
                + "grpc-message".length()
                + 3
                        * Objects.requireNonNull(problem.getStatus().getDescription())
                                .getBytes(StandardCharsets.UTF_8)
                                .length;
        for (byte[] nameOrValue : InternalMetadata.serialize(Objects.requireNonNull(problem.getTrailers()))) {
            bytes += 16 + (nameOrValue.length * 4 + 2) / 3;
        }
        return bytes;
    }
}
