package io.traceops.domain.correlation;

import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.Text;
import io.traceops.domain.event.Trigger;
import java.util.Optional;

/**
 * What an answer says of a trigger: enough to name it after the trigger itself was dropped.
 *
 * @param message cut to {@value #MESSAGE_LENGTH_MAX} characters
 * @param release the version that the trigger names
 */
public record TriggerRef(Moment moment, EventType type, String message, Optional<String> release) {
    /** The longest message that is kept, in characters. */
    public static final int MESSAGE_LENGTH_MAX = 200;

    public static TriggerRef of(Trigger trigger) {
        return new TriggerRef(
                trigger.moment(),
                trigger.type(),
                Text.cut(trigger.message(), MESSAGE_LENGTH_MAX),
                trigger.metadata().release());
    }

    /** Whether nobody announced it: its service began to name its release. */
    public boolean isDetected() {
        return moment.id().isOfDetectedDeploy();
    }

    public long timestampMicros() {
        return moment.timestampMicros();
    }
}
