package io.traceops.adapter.rest.event;

import io.swagger.v3.oas.annotations.media.Schema;
import io.traceops.domain.event.EventType;
import java.math.BigDecimal;

/**
 * An event as clients send it, for the API's description. {@link EventDraftReader} reads it, field by field, so that all
 * that is wrong with it can be said at once.
 */
@Schema(name = "EventRequest", description = "An event to store. Fields that are not listed are ignored.")
public record EventRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "Makes sending it again harmless. Without one the server gives a UUIDv7.",
                minLength = 1,
                maxLength = 64,
                pattern = "^[A-Za-z0-9._:-]+$",
                example = "checkout-7f3a-1")
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In any case.", example = "ERROR")
        EventType eventType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "checkout")
        String serviceName,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                oneOf = {BigDecimal.class, String.class},
                description = "Milliseconds since 1970-01-01T00:00:00Z, or RFC 3339 with an offset; kept to the"
                        + " microsecond. At most 24 hours ahead of the server's clock, which is taken if it is absent.",
                example = "2026-01-01T00:00:00.250Z")
        Object timestamp,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                maxLength = 8192,
                example = "TimeoutError: payment gateway did not answer within 3000 ms")
        String message,

        @Schema(
                type = "object",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description =
                        "Any JSON object of at most 64 KiB and 32 levels, kept as it came. The rules read from it:"
                                + " errorStack, stack, stackTrace or stacktrace; route, path or url; userId, user_id or"
                                + " user.id; release, version or service.version; environment or env; fingerprint.")
        Object metadata) {}
