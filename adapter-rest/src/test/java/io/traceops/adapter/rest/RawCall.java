package io.traceops.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as no proper client sends it, byte by byte. */
final class RawCall {
    private static final int PATIENCE_MS = 20_000;
    private static final int PIECE_BYTES = 64 << 10;

    private RawCall() {}

    /** An answer, taken apart as far as a test needs. */
    record Answer(int status, Map<String, String> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    static Answer get(int port, String path) {
        return parse(send(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    /** Sends a text, each character of which is a byte, and gives back the first answer as text. */
    static String send(int port, String request) {
        return send(port, request.getBytes(ISO_8859_1));
    }

    static String send(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            Thread sender = Thread.ofVirtual().start(() -> write(socket, request));
            String answer = readAnswer(socket.getInputStream());
            sender.interrupt();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        return new Answer(status, headers, answer.substring(end + 4));
    }

    private static void write(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            for (int at = 0; at < request.length; at += PIECE_BYTES) {
                out.write(request, at, Math.min(PIECE_BYTES, request.length - at));
            }
        } catch (IOException e) {
            // The server may have answered and gone before it had all; what it answered is what counts.
            return;
        }
    }

    private static String readAnswer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        int head = -1;
        while (head < 0) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
            head = text.indexOf("\r\n\r\n");
        }
        int length = parse(text.toString())
                .header("content-length")
                .map(Integer::parseInt)
                .orElse(0);
        return text.append(new String(in.readNBytes(length), ISO_8859_1)).toString();
    }
}
