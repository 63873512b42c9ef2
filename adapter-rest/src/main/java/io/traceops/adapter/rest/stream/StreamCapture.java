package io.traceops.adapter.rest.stream;

import io.traceops.adapter.rest.event.EventDraftReader;
import io.traceops.adapter.rest.problem.Rejections;
import io.traceops.adapter.rest.stream.StreamAnswer.RejectedLine;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.http.json.JsonInput;
import io.traceops.http.json.Parsed;
import io.traceops.http.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Captures the events of a stream, line by line, in chunks that are bounded in number and in bytes. Blank lines are
 * stepped over. Not thread-safe.
 */
final class StreamCapture implements LineSplitter.Lines {
    static final int LINE_BYTES_MAX = 1 << 20;
    static final int REJECTED_LISTED_MAX = 100;

    private static final int CHUNK_EVENTS_MAX = 512;
    private static final int CHUNK_BYTES_MAX = 256 << 10;

    private final CaptureEvents capture;
    private final List<EventDraft> chunk = new ArrayList<>();
    private final List<Long> chunkLines = new ArrayList<>();
    private long chunkBytes;

    private final List<RejectedLine> rejected = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejectedCount;

    StreamCapture(CaptureEvents capture) {
        this.capture = capture;
    }

    @Override
    public void line(long number, byte[] bytes, int from, int to) {
        if (isBlank(bytes, from, to)) {
            return;
        }
        switch (JsonInput.read(bytes, from, to, EventDraftReader::read)) {
            case Parsed.Malformed<EventDraft>(String problem) ->
                rejectNow(number, Problem.of("malformed line", "The line " + problem + "."));
            case Parsed.Ok<EventDraft>(EventDraft draft) -> {
                chunk.add(draft);
                chunkLines.add(number);
                chunkBytes += to - from;
                if (chunk.size() >= CHUNK_EVENTS_MAX || chunkBytes >= CHUNK_BYTES_MAX) {
                    flush();
                }
            }
        }
    }

    @Override
    public void tooLong(long number) {
        rejectNow(number, Problem.of("line too long", "A line has at most " + LINE_BYTES_MAX + " bytes."));
    }

    /** Captures what is waiting. */
    void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        List<CaptureOutcome> outcomes = capture.captureEach(chunk);
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case CaptureOutcome.Accepted _ -> accepted++;
                case CaptureOutcome.Duplicate _ -> duplicates++;
                case CaptureOutcome.Rejected refused ->
                    reject(chunkLines.get(i), Rejections.problem(refused.rejection()));
            }
        }
        chunk.clear();
        chunkLines.clear();
        chunkBytes = 0;
    }

    /** What became of all lines so far, once nothing is waiting any more. */
    StreamAnswer answer() {
        return new StreamAnswer(accepted, duplicates, List.copyOf(rejected), rejectedCount);
    }

    /** Rejects a line without asking the store, once the lines before it have been; so the first ones are listed. */
    private void rejectNow(long number, Problem problem) {
        flush();
        reject(number, problem);
    }

    private void reject(long number, Problem problem) {
        rejectedCount++;
        if (rejected.size() < REJECTED_LISTED_MAX) {
            rejected.add(new RejectedLine(number, problem));
        }
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
