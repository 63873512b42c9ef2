package io.traceops.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time in an answer: milliseconds since 1970-01-01T00:00:00Z, with a fraction of up to three digits if the time is not
 * a whole millisecond. On the wire it is a number, so it shows no properties.
 */
@JsonSerialize(using = EpochMillis.Serializer.class)
@Schema(
        type = "number",
        description = "Milliseconds since 1970-01-01T00:00:00Z, with up to three more digits after the point.",
        example = "1767225600000")
public final class EpochMillis {
    private final long micros;

    private EpochMillis(long micros) {
        this.micros = micros;
    }

    public static EpochMillis ofMicros(long micros) {
        return new EpochMillis(micros);
    }

    public static Optional<EpochMillis> ofMicros(OptionalLong micros) {
        return micros.isPresent() ? Optional.of(ofMicros(micros.getAsLong())) : Optional.empty();
    }

    /** Writes the number. */
    static final class Serializer extends JsonSerializer<EpochMillis> {
        @Override
        public void serialize(EpochMillis time, JsonGenerator json, SerializerProvider serializers) throws IOException {
            if (time.micros % 1_000 == 0) {
                json.writeNumber(time.micros / 1_000);
            } else {
                json.writeNumber(BigDecimal.valueOf(time.micros, 3).stripTrailingZeros());
            }
        }
    }
}
