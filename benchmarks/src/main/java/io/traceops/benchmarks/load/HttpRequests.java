package io.traceops.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whole requests, made beforehand. */
final class HttpRequests {
    private HttpRequests() {}

    /** A request for each event. */
    static List<byte[]> posts(String path, List<byte[]> events) {
        return events.stream().map(event -> post(path, event)).toList();
    }

    /** Requests of so many events each. */
    static List<byte[]> batches(String path, List<byte[]> events, int size) {
        List<byte[]> batches = new ArrayList<>();
        for (int from = 0; from + size <= events.size(); from += size) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(bytes("{\"events\":["));
            for (int i = from; i < from + size; i++) {
                if (i > from) {
                    body.write(',');
                }
                body.writeBytes(events.get(i));
            }
            body.writeBytes(bytes("]}"));
            batches.add(post(path, body.toByteArray()));
        }
        return batches;
    }

    static byte[] get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private static byte[] post(String path, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(bytes("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n"));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
