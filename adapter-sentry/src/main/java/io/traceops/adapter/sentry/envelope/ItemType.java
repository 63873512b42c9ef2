package io.traceops.adapter.sentry.envelope;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of item that are counted by name. Of all of them an {@link #EVENT} alone is stored. */
public enum ItemType {
    EVENT("event"),
    SESSION("session"),
    SESSIONS("sessions"),
    CLIENT_REPORT("client_report"),
    TRANSACTION("transaction"),
    ATTACHMENT("attachment"),
    USER_REPORT("user_report"),
    FEEDBACK("feedback"),
    CHECK_IN("check_in"),
    LOG("log"),
    SPAN("span"),
    STATSD("statsd"),
    PROFILE("profile"),
    PROFILE_CHUNK("profile_chunk"),
    REPLAY_EVENT("replay_event"),
    REPLAY_RECORDING("replay_recording"),
    REPLAY_VIDEO("replay_video"),
    TRACE_METRIC("trace_metric"),
    /** Whatever else there may be one day: labels of metrics are not for clients to make up. */
    UNKNOWN("unknown");

    private static final Map<String, ItemType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ItemType::wireName, Function.identity()));

    private final String wireName;

    ItemType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static ItemType of(Optional<String> name) {
        return name.map(BY_NAME::get).orElse(UNKNOWN);
    }
}
