package io.traceops.adapter.rest.stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.http.problem.Problem;
import java.util.List;

/** What became of a stream. */
@Schema(name = "StreamResult", description = "What became of a stream. Each line is accepted, a duplicate or rejected.")
record StreamAnswer(
        @Schema(description = "How many events were stored.")
        long accepted,

        @Schema(description = "How many were stored before.")
        long duplicates,

        @Schema(description = "The first 100 lines that were not stored.")
        List<RejectedLine> rejected,

        @Schema(description = "How many lines were not stored.")
        long rejectedCount) {
    /** A line that was not stored. */
    @Schema(name = "RejectedLine", description = "A line that was not stored.")
    record RejectedLine(
            @Schema(description = "The number of the line, from 1.")
            long line,

            @JsonUnwrapped Problem problem) {}
}
