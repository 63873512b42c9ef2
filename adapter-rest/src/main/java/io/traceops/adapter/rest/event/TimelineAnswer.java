package io.traceops.adapter.rest.event;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.application.query.Timeline;
import io.traceops.application.query.TimelineEntry;
import io.traceops.domain.event.EventId;
import io.traceops.http.json.EpochMillis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happened in a service. */
@Schema(name = "Timeline", description = "What happened in a service, oldest first.")
record TimelineAnswer(
        String serviceName,
        List<Entry> events,

        @Schema(description = "How many events this answer has.")
        int count,

        @Schema(description = "How long after a change an error still counts as likely caused by it.", example = "5")
        BigDecimal correlationWindowMinutes,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "Ask again with it as `cursor` for the next page; absent on the last one.")
        Optional<String> nextCursor,

        @Schema(
                requiredMode = NOT_REQUIRED,
                description = "From when on the events are complete; absent if none was ever dropped.")
        Optional<EpochMillis> horizon) {
    /** An event on the timeline. */
    @Schema(name = "TimelineEntry", description = "An event with its likely cause.")
    record Entry(
            @JsonUnwrapped EventAnswer event,

            @JsonProperty("isLikelyCause")
            @Schema(name = "isLikelyCause", description = "Whether this is an error with a likely cause.")
            boolean likelyCause,

            @Schema(requiredMode = NOT_REQUIRED, description = "The id of the likely cause.")
            Optional<String> correlatedTo) {
        static Entry of(TimelineEntry entry) {
            return new Entry(
                    EventAnswer.of(entry.event()),
                    entry.isLikelyCause(),
                    entry.correlatedTo().map(EventId::value));
        }
    }

    static TimelineAnswer of(Timeline timeline) {
        List<Entry> events = timeline.entries().items().stream().map(Entry::of).toList();
        return new TimelineAnswer(
                timeline.service().value(),
                events,
                events.size(),
                minutes(timeline.correlationWindow()),
                timeline.entries().nextCursor(),
                EpochMillis.ofMicros(timeline.horizonMicros()));
    }

    private static BigDecimal minutes(Duration window) {
        BigDecimal minutes = BigDecimal.valueOf(window.toMillis())
                .divide(BigDecimal.valueOf(60_000), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }
}
