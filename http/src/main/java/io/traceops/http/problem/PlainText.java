package io.traceops.http.problem;

import io.traceops.domain.event.Text;
import java.nio.charset.StandardCharsets;

/** Text that quotes a request, made fit to be quoted: bounded, and valid Unicode whatever the request had in it. */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        String bounded = Text.cut(text, Problem.QUOTE_LENGTH_MAX);
        return Text.isWellFormed(bounded)
                ? bounded
                : new String(bounded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
