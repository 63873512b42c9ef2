package io.traceops.adapter.grpc;

import io.traceops.application.capture.BatchOutcome;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.Rejection;
import io.traceops.domain.event.Text;
import io.traceops.v1.EventRejection;
import io.traceops.v1.FieldViolation;
import io.traceops.v1.RejectionReason;
import io.traceops.v1.StreamEventsResponse;
import java.util.List;

/** What became of a chunk, as a message. */
final class ChunkAnswers {
    /** The most rejections that an answer lists. */
    private static final int REJECTIONS_MAX = BatchOutcome.REJECTIONS_MAX;

    private static final int TEXT_LENGTH_MAX = 500;

    private ChunkAnswers() {}

    static StreamEventsResponse of(long sequence, List<CaptureOutcome> outcomes) {
        StreamEventsResponse.Builder answer = StreamEventsResponse.newBuilder().setSequence(sequence);
        int accepted = 0;
        int duplicates = 0;
        for (int index = 0; index < outcomes.size(); index++) {
            switch (outcomes.get(index)) {
                case CaptureOutcome.Accepted _ -> accepted++;
                case CaptureOutcome.Duplicate _ -> duplicates++;
                case CaptureOutcome.Rejected rejected -> {
                    if (answer.getRejectionsCount() < REJECTIONS_MAX) {
                        answer.addRejections(rejection(index, rejected.rejection()));
                    }
                }
            }
        }
        return answer.setAccepted(accepted)
                .setDuplicates(duplicates)
                .setRejected(outcomes.size() - accepted - duplicates)
                .build();
    }

    private static EventRejection rejection(int index, Rejection rejection) {
        EventRejection.Builder written =
                EventRejection.newBuilder().setIndex(index).setMessage(cut(Rejections.words(rejection)));
        return switch (rejection) {
            case Rejection.Invalid invalid -> {
                invalid.violations()
                        .forEach(violation -> written.addViolations(FieldViolation.newBuilder()
                                .setField(FieldPaths.of(violation.field()))
                                .setDescription(cut(violation.problem()))));
                yield written.setReason(RejectionReason.REJECTION_REASON_INVALID)
                        .build();
            }
            case Rejection.Conflict _ ->
                written.setReason(RejectionReason.REJECTION_REASON_CONFLICT).build();
            case Rejection.BeforeHorizon before ->
                written.setReason(RejectionReason.REJECTION_REASON_BEFORE_HORIZON)
                        .setHorizon(Timestamps.write(before.horizonMicros()))
                        .build();
            case Rejection.TooManyServices _ ->
                written.setReason(RejectionReason.REJECTION_REASON_TOO_MANY_SERVICES)
                        .build();
        };
    }

    private static String cut(String text) {
        return Text.cut(text, TEXT_LENGTH_MAX);
    }
}
