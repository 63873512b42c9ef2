package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
    @Test
    void message_empty_isEmpty() {
        assertThat(Examples.unpinned("")).isEmpty();
        assertThat(Examples.unpinned(" \n\t\r\n\u00A0")).isEmpty();
    }

    @Test
    void message_manyLines_keepsTheFirstTwoThatAreNotBlank() {
        assertThat(Examples.unpinned("\n \nfirst\r\n\n  second\u2003\nthird")).isEqualTo("first\nsecond");
        assertThat(Examples.unpinned("first\rsecond")).isEqualTo("first\nsecond");
    }

    @Test
    void message_blanksInLine_areFolded() {
        assertThat(Examples.unpinned("  a \t b\u00A0\u3000c  ")).isEqualTo("a b c");
    }

    @Test
    void message_controlCharacters_becomeBlanks() {
        assertThat(Examples.unpinned("a\u0000b\u0085c\u007Fd")).isEqualTo("a b c d");
    }

    @Test
    void message_coloursOfATerminal_areRemoved() {
        assertThat(Examples.unpinned("\u001B[31;1mError\u001B[0m: x")).isEqualTo("Error: x");
        assertThat(Examples.unpinned("\u001B[2Kx\u001B[~y")).isEqualTo("xy");
        assertThat(Examples.unpinned("12\u001B[0m345")).isEqualTo("<int>");
    }

    @Test
    void message_brokenColour_losesNothingElse() {
        assertThat(Examples.unpinned("a\u001B[31")).isEqualTo("a");
        assertThat(Examples.unpinned("a\u001B[31\u00E9")).isEqualTo("a\u00E9");
        assertThat(Examples.unpinned("a\u001Bb")).isEqualTo("a b");
        assertThat(Examples.unpinned("a\u001B")).isEqualTo("a");
    }

    @Test
    void message_plainWords_stayAsTheyAre() {
        String message = "Cannot read properties of undefined (reading: x), see a/b:c and d://";
        assertThat(Examples.pinned(message)).isEqualTo(message);
    }

    @Test
    void message_loneSurrogate_stays() {
        assertThat(Examples.pinned("a\uD800b \uDC00")).isEqualTo("a\uD800b \uDC00");
    }

    @Test
    void decisions_recorded_nameEachReplacementInOrder() {
        DecisionLog log = DecisionLog.recording();

        String canonical = MessageTemplate.canonical("user 42 of a@b.de: status 404\nx\n y \n", true, log);

        assertThat(canonical).isEqualTo("user <int> of <email>: status 404\nx");
        assertThat(log.decisions())
                .containsExactly(
                        new Decision("int", "42", "<int>"),
                        new Decision("email", "a@b.de", "<email>"),
                        new Decision("states-the-failure", "404", "404"),
                        new Decision("further-lines-dropped", " y \n", ""));
    }

    @Test
    void decisions_nothingReplaced_areNone() {
        DecisionLog log = DecisionLog.recording();

        MessageTemplate.canonical("Svc$$Lambda of http://h.de/a failed 3 times\nagain\n \n", false, log);

        assertThat(log.decisions()).isEmpty();
    }

    @Test
    void decisions_everyKind_hasAName() {
        DecisionLog log = DecisionLog.recording();

        MessageTemplate.canonical(
                "550e8400-e29b-41d4-a716-446655440000 507f1f77bcf86cd799439011 0x1f 10.0.0.1 2026-01-31 5s 5MB 1.5"
                        + " 'q'\n"
                        + "eyJhbGci3.a3.b3 http://u@h.de/1 Svc$1 at /a/b.pl line 3",
                true,
                log);

        assertThat(log.decisions())
                .extracting(Decision::rule)
                .containsExactly(
                        "uuid",
                        "id",
                        "hex",
                        "ip",
                        "date",
                        "duration",
                        "size",
                        "decimal",
                        "quoted",
                        "token",
                        "url",
                        "generated-name",
                        "source-folder",
                        "source-line");
    }
}
