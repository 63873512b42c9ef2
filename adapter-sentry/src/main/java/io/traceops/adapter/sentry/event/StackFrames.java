package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frames of an SDK, oldest first, as those of the metadata, newest first. Of a deep stack both ends are kept: the
 * newest frames, where the failure is, and the oldest ones, which tell how it came there.
 *
 * @param newestFirst the frames that are kept
 * @param omitted how many are left out between them
 */
record StackFrames(JsonArray newestFirst, int omitted) {
    /** The most frames that are kept. */
    static final int FRAMES_MAX = 256;

    /** The most bytes that they take when serialised. */
    static final int BYTES_MAX = 40 << 10;

    /** The longest name of a function, a module or a file that is kept, in characters. */
    private static final int NAME_LENGTH_MAX = 512;

    static StackFrames of(List<JsonObject> oldestFirst, Platform platform) {
        List<JsonObject> newestFirst = oldestFirst.reversed();
        Room room = new Room();
        // A quarter stays free for the other end.
        List<JsonValue> newest = take(newestFirst, platform, room, FRAMES_MAX * 3 / 4, BYTES_MAX * 3L / 4);
        List<JsonObject> left = newestFirst.subList(newest.size(), newestFirst.size());
        List<JsonValue> oldest = take(left.reversed(), platform, room, FRAMES_MAX, BYTES_MAX);
        List<JsonValue> kept = new ArrayList<>(newest);
        kept.addAll(oldest.reversed());
        return new StackFrames(new JsonArray(kept), newestFirst.size() - kept.size());
    }

    /** What the frames take so far. */
    private static final class Room {
        private int frames;
        private long bytes;

        boolean grow(JsonObject frame, int framesMax, long bytesMax) {
            long more = JsonMeasure.elementBytes(frame);
            boolean fits = frames < framesMax && bytes + more <= bytesMax;
            if (fits) {
                frames++;
                bytes += more;
            }
            return fits;
        }
    }

    private static List<JsonValue> take(
            List<JsonObject> frames, Platform platform, Room room, int framesMax, long bytesMax) {
        List<JsonValue> taken = new ArrayList<>();
        for (JsonObject frame : frames) {
            JsonObject mapped = frame(frame, platform);
            if (!room.grow(mapped, framesMax, bytesMax)) {
                break;
            }
            taken.add(mapped);
        }
        return taken;
    }

    /** A stack of several languages says so in its frames. */
    private static JsonObject frame(JsonObject json, Platform eventPlatform) {
        Optional<String> own = Fields.text(json, "platform");
        Platform platform = own.isPresent() ? Platform.of(own) : eventPlatform;
        Map<String, JsonValue> frame = new LinkedHashMap<>();
        Fields.text(json, "function")
                .flatMap(platform::functionName)
                .ifPresent(name -> frame.put("function", string(Texts.cut(name, NAME_LENGTH_MAX))));
        Fields.text(json, "module")
                .filter(_ -> platform.printsModules())
                .ifPresent(name -> frame.put("module", string(Texts.cut(name, NAME_LENGTH_MAX))));
        // Runtimes print whole paths; of a long one its end tells.
        Fields.text(json, "abs_path")
                .or(() -> Fields.text(json, "filename"))
                .ifPresent(path -> frame.put("file", string(Texts.cutFront(path, NAME_LENGTH_MAX))));
        Fields.count(json, "lineno").ifPresent(line -> frame.put("line", JsonNumber.of(line)));
        Fields.count(json, "colno").ifPresent(column -> frame.put("column", JsonNumber.of(column)));
        Fields.flag(json, "in_app").ifPresent(inApp -> frame.put("inApp", new JsonBoolean(inApp)));
        return new JsonObject(frame);
    }

    private static JsonString string(String text) {
        return new JsonString(text);
    }
}
