package io.traceops.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Puts requests together that no well-meaning client sends. */
final class Nasty {
    /** The beginning of an event that has all it needs. */
    static final String EVENT = "{\"eventType\":\"ERROR\",\"serviceName\":\"nasty\"";

    static final String JSON = "Content-Type: application/json\r\n";

    private Nasty() {}

    static RawCall.Answer call(int port, String head, String headers, byte[] body) {
        byte[] request = bytes(bytes(head + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n"), body);
        return RawCall.parse(RawCall.send(port, request));
    }

    /** The body of an answer, which is JSON whatever happened. */
    static JsonNode json(RawCall.Answer answer) {
        assertThat(answer.header("content-type")).contains("application/json");
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Each character of the text is a byte. */
    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
