package io.traceops.domain.grouping.text;

import java.util.List;
import java.util.Random;

/** Texts that are put together from what the readers look for, and from what no sane client sends. */
final class HostileText {
    private static final List<String> FRAGMENTS = List.of(
            "550e8400-e29b-41d4-a716-446655440000",
            "507f1f77bcf86cd799439011",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "0x",
            "0x1f",
            "deadbeef1",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.",
            "eyJ",
            "a.b@c.de",
            "@",
            "Order@1b2c3d",
            "127.0.0.1",
            ":5432",
            "::1",
            "fe80::",
            "[::1]:80",
            "%eth0",
            "2026-01-31",
            "T10:20:30",
            "10:20:30.123",
            "Z",
            "+02:00",
            " UTC",
            " m=+0.1",
            "31/Jan/2026:10:20:30",
            "Mon",
            "Jan 31",
            ", 2026",
            "20260131T102030Z",
            " PM",
            "[Europe/Paris]",
            "5",
            "12345",
            "1.5",
            "1,234",
            "e-7",
            "-",
            "+",
            ".",
            ",",
            "ms",
            " s",
            "1h5m",
            "PT5M",
            " MB",
            "KiB",
            "http://",
            "https://h.de/a/1?x#y",
            "user:pw@",
            "/",
            "//",
            "\\",
            "?",
            "#",
            "%",
            "%41",
            "%2F",
            ";",
            "{",
            "}",
            "{id}",
            "<id>",
            ":id",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "'",
            "`",
            "\u201C",
            "\u201D",
            "\u00AB",
            "\u00BB",
            "$",
            "$$Lambda",
            "$14",
            "$Proxy",
            "$$SpringCGLIB$$0",
            "_$$_",
            "lambda$run",
            "jdk.proxy2.",
            "GeneratedMethodAccessor7",
            "at ",
            "in ",
            "Foo.pm",
            " line 42.",
            " on line 7",
            "(eval 3)",
            ", <STDIN> line 5",
            "app/x.rb:42:in",
            "status ",
            "code: ",
            "HTTP/1.1 ",
            "404",
            "error ",
            "os error 2",
            "errno",
            "SQLSTATE[HY000] [2002]",
            " (28000)",
            "ORA-00942",
            "E1234",
            "Error) (1045, \"",
            "{\"id\":",
            "a",
            "Z9",
            "\u00E9",
            "\u0416",
            "\u7528",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            "\u00A0",
            "\u2028",
            "\t",
            " ",
            " ",
            "\n",
            "\r\n",
            "\u0000",
            "\u001B[31m",
            "\u001B",
            "\u0085",
            "<int>",
            "<ip>");

    private HostileText() {}

    /** The same seed gives the same text. */
    static String of(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int fragments = random.nextInt(12);
        for (int i = 0; i < fragments; i++) {
            if (random.nextInt(12) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return text.toString();
    }

    /** A text of a given length that repeats one fragment, for readers that might look too far ahead or back. */
    static String repeated(String fragment, int length) {
        return fragment.repeat(length / fragment.length() + 1).substring(0, length);
    }

    static List<String> fragments() {
        return FRAGMENTS;
    }
}
