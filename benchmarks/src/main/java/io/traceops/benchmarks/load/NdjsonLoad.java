package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Streams of NDJSON, each on a connection and a thread of its own, written as fast as the server reads.
 *
 * @param pieces the lines of the streams in pieces, sent over and over
 */
record NdjsonLoad(int port, int streams, List<Piece> pieces) implements Load {
    private static final int PIECE_BYTES = 128 << 10;
    private static final JsonMapper JSON = new JsonMapper();

    /** Some whole lines, framed as one chunk of HTTP. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(byte[] framed, int lines) {}

    static NdjsonLoad of(int port, int streams, List<byte[]> events) {
        return new NdjsonLoad(port, streams, pieces(events));
    }

    @Override
    public Outcome run(Duration time) throws IOException, InterruptedException {
        return run(time, Long.MAX_VALUE);
    }

    /** Runs until the time is over or so many events were sent, whatever comes first. */
    Outcome run(Duration time, long eventsMax) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + time.toNanos();
        long events = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sent = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                int first = i * pieces.size() / streams;
                sent.add(threads.submit(() -> stream(first, deadlineNanos, eventsMax / streams)));
            }
            for (Future<Long> one : sent) {
                events += one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a stream failed", e);
        }
        return new Outcome(events, System.nanoTime() - startNanos, Outcome.noLatencies());
    }

    private long stream(int first, long deadlineNanos, long eventsMax) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), PIECE_BYTES * 2);
            out.write(("POST /events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            long events = 0;
            for (int i = first; System.nanoTime() < deadlineNanos && events < eventsMax; i++) {
                Piece piece = pieces.get(i % pieces.size());
                out.write(piece.framed());
                events += piece.lines();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            check(socket.getInputStream(), events);
            return events;
        }
    }

    private static void check(InputStream in, long events) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        long dealtWith =
                body.path("accepted").asLong() + body.path("duplicates").asLong();
        if (dealtWith != events) {
            throw new IllegalStateException(events + " events sent, answered: " + answer);
        }
    }

    private static List<Piece> pieces(List<byte[]> events) {
        List<Piece> pieces = new ArrayList<>();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int count = 0;
        for (byte[] event : events) {
            lines.writeBytes(event);
            lines.write('\n');
            count++;
            if (lines.size() >= PIECE_BYTES) {
                pieces.add(framed(lines, count));
                lines.reset();
                count = 0;
            }
        }
        if (count > 0) {
            pieces.add(framed(lines, count));
        }
        return pieces;
    }

    private static Piece framed(ByteArrayOutputStream lines, int count) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.writeBytes((Integer.toHexString(lines.size()) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        framed.writeBytes(lines.toByteArray());
        framed.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return new Piece(framed.toByteArray(), count);
    }
}
