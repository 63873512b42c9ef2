package io.traceops.domain.grouping;

import static io.traceops.domain.grouping.Errors.array;
import static io.traceops.domain.grouping.Errors.error;
import static io.traceops.domain.grouping.Errors.object;
import static io.traceops.domain.grouping.Errors.text;
import static io.traceops.domain.grouping.Errors.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.grouping.GroupingExplanation.ExplainedPart;
import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import io.traceops.domain.grouping.stack.DefaultLibraries;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
    private static final String STACK = "Error: x\n    at charge (/srv/app/pay.js:10:5)";
    private static final String MARK = "\uFFFF";
    private static final JsonValue FRAMES = array(object("function", text("charge"), "module", text("pay")));

    private final Fingerprinter fingerprinter = new Fingerprinter(GroupingPolicy.DEFAULT);

    @Test
    void fingerprint_ofAnError_isTheDigestOfItsParts() {
        Grouping grouping =
                fingerprinter.group(error("order 12345 \u00E9", Map.of("stack", FRAMES, "route", text("/a/7"))));

        assertThat(grouping.message()).isEqualTo("order <int> \u00E9");
        assertThat(grouping.frame()).isEqualTo("pay charge");
        assertThat(grouping.route()).isEqualTo("/a/{id}");
        assertThat(grouping.clientParts()).isEmpty();
        assertThat(grouping.algorithmVersion()).isEqualTo(1);
        assertThat(grouping.fingerprint())
                .isEqualTo(Fingerprint.ofDigest(sha256("1", "order <int> \u00E9", "pay charge", "/a/{id}")));
        assertThat(grouping.family()).isEqualTo(FamilyKey.ofDigest(sha256("1", "order <int> \u00E9", "pay charge")));
    }

    @Test
    void fingerprint_ofNothing_isTheDigestOfEmptyParts() {
        // printf '\0\0\0\0011\0\0\0\0\0\0\0\0\0\0\0\0' | sha256sum
        assertThat(fingerprinter.group(error("")).fingerprint().hex())
                .isEqualTo("65997796db0c87e64e4424e77c7864725953fbaebac4cf3893e26a20b9ad1f0d");
    }

    @Test
    void fingerprint_ofTheClient_replacesTheParts() {
        Grouping grouping = fingerprinter.group(
                error("boom", Map.of("route", text("/a"), "fingerprint", texts("checkout", "gateway"))));

        assertThat(grouping.clientParts()).contains(List.of("checkout", "gateway"));
        assertThat(grouping.message()).isEqualTo("boom");
        assertThat(grouping.route()).isEqualTo("/a");
        assertThat(grouping.fingerprint()).isEqualTo(Fingerprint.ofDigest(sha256("1:client", "checkout", "gateway")));
        assertThat(grouping.family()).isEqualTo(FamilyKey.ofDigest(sha256("1:client", "checkout", "gateway")));
    }

    @Test
    void fingerprint_ofTheClientWithDefault_keepsTheParts() {
        Grouping grouping = fingerprinter.group(error(
                "boom", Map.of("stack", FRAMES, "route", text("/a"), "fingerprint", texts("x", "{{default}}", "y"))));

        assertThat(grouping.fingerprint())
                .isEqualTo(Fingerprint.ofDigest(sha256("1:client", "x", MARK, "boom", "pay charge", "/a", "y")));
        assertThat(grouping.family())
                .isEqualTo(FamilyKey.ofDigest(sha256("1:client", "x", MARK, "boom", "pay charge", "y")));
    }

    @Test
    void fingerprint_ofTheClientThatSpellsTheParts_isNotTheDefaultOne() {
        Grouping plain = fingerprinter.group(error("boom", "route", text("/a")));
        Grouping spelled =
                fingerprinter.group(error("boom", Map.of("route", text("/a"), "fingerprint", texts("boom", "", "/a"))));
        Grouping standing = fingerprinter.group(
                error("boom", Map.of("route", text("/a"), "fingerprint", texts("{{default}}", ""))));
        Grouping spelledAgain = fingerprinter.group(
                error("boom", Map.of("route", text("/a"), "fingerprint", texts("boom", "", "/a", ""))));

        assertThat(List.of(
                        plain.fingerprint(), spelled.fingerprint(), standing.fingerprint(), spelledAgain.fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void fingerprint_ofTheClientThatIsTheDefaultAlone_isTheDefaultOne() {
        Grouping plain = fingerprinter.group(error("boom"));
        Grouping standing = fingerprinter.group(error("boom", "fingerprint", texts("{{ default }}")));

        assertThat(standing).isEqualTo(plain);
    }

    @Test
    void family_errorOnTwoRoutes_isOne() {
        Grouping first = fingerprinter.group(error("boom", "route", text("/a")));
        Grouping second = fingerprinter.group(error("boom", "route", text("/b")));

        assertThat(second.family()).isEqualTo(first.family());
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void message_shortNumbers_countUnlessAFramePinsThePlace() {
        assertThat(fingerprinter.group(error("Error 1")).fingerprint())
                .isNotEqualTo(fingerprinter.group(error("Error 2")).fingerprint());
        assertThat(fingerprinter.group(error("Error 1", "stack", FRAMES)).fingerprint())
                .isEqualTo(
                        fingerprinter.group(error("Error 2", "stack", FRAMES)).fingerprint());
        assertThat(fingerprinter
                        .group(error("Error 1", "stack", text("no stack at all")))
                        .fingerprint())
                .isNotEqualTo(fingerprinter
                        .group(error("Error 2", "stack", text("no stack at all")))
                        .fingerprint());
    }

    @Test
    void message_exactMode_isTheRawOne() {
        Fingerprinter exact = new Fingerprinter(new GroupingPolicy(MessageMode.EXACT, new DefaultLibraries()));
        String message = " order 12345\n\nb\nc ";

        assertThat(exact.group(error(message, "stack", FRAMES)).message()).isEqualTo(message);
        assertThat(exact.explain(error(message)).parts().getFirst())
                .isEqualTo(new ExplainedPart(GroupingPart.MESSAGE, message, message, List.of(), 0));
    }

    @Test
    void explanation_ofAnError_givesTheSameGroupingWithItsDecisions() {
        var error = error("order 12345 at 10.0.0.1", Map.of("stack", text(STACK), "route", text("GET /a/7")));

        GroupingExplanation explanation = fingerprinter.explain(error);

        assertThat(explanation.grouping()).isEqualTo(fingerprinter.group(error));
        assertThat(explanation.parts())
                .extracting(ExplainedPart::part)
                .containsExactly(GroupingPart.MESSAGE, GroupingPart.FRAME, GroupingPart.ROUTE);
        assertThat(explanation.parts().get(0))
                .isEqualTo(new ExplainedPart(
                        GroupingPart.MESSAGE,
                        "order 12345 at 10.0.0.1",
                        "order <int> at <ip>",
                        List.of(new Decision("int", "12345", "<int>"), new Decision("ip", "10.0.0.1", "<ip>")),
                        0));
        assertThat(explanation.parts().get(1).raw()).isEqualTo(STACK);
        assertThat(explanation.parts().get(1).canonical())
                .isEqualTo(explanation.grouping().frame());
        assertThat(explanation.parts().get(1).decisions()).isNotEmpty();
        assertThat(explanation.parts().get(2))
                .isEqualTo(new ExplainedPart(
                        GroupingPart.ROUTE,
                        "GET /a/7",
                        "/a/{id}",
                        List.of(
                                new Decision("method-dropped", "GET", ""),
                                new Decision("route-identifier", "7", "{id}")),
                        0));
    }

    @Test
    void explanation_ofTheClientsFingerprint_beginsWithIt() {
        GroupingExplanation explanation =
                fingerprinter.explain(error("boom", "fingerprint", texts("a", "{{default}}")));

        assertThat(explanation.parts())
                .containsExactly(
                        new ExplainedPart(GroupingPart.CLIENT, "a\n{{ default }}", "a\n{{ default }}", List.of(), 0),
                        new ExplainedPart(GroupingPart.MESSAGE, "boom", "boom", List.of(), 0),
                        new ExplainedPart(GroupingPart.FRAME, "", "", List.of(), 0),
                        new ExplainedPart(GroupingPart.ROUTE, "", "", List.of(), 0));
    }

    @Test
    void explanation_ofManyDecisions_countsThoseItLeavesOut() {
        ExplainedPart message =
                fingerprinter.explain(error("12345 ".repeat(70))).parts().getFirst();

        assertThat(message.decisions()).hasSize(DecisionLog.DECISIONS_MAX);
        assertThat(message.decisionsOmitted()).isEqualTo(70 - DecisionLog.DECISIONS_MAX);
    }

    @Test
    void group_manyErrorsInAnyOrder_isAsIfNoneWasMetBefore() {
        for (int i = 0; i < 20_000; i++) {
            int kind = i * 7919 % 9_000;
            JsonValue stack = text("Error: boom\n    at close" + kind + " (/app/dist/cart/service.js:88:17)");
            ErrorEvent error = error("kind " + kind % 7 + "x", Map.of("stack", stack, "route", text("/r" + kind % 3)));

            Grouping grouping = fingerprinter.group(error);
            if (i % 100 == 0) {
                assertThat(grouping).isEqualTo(new Fingerprinter(GroupingPolicy.DEFAULT).group(error));
            }
            assertThat(grouping.frame()).contains("close" + kind);
            assertThat(grouping.message()).isEqualTo("kind " + kind % 7 + "x");
            assertThat(grouping.route()).isEqualTo("/r" + kind % 3);
        }
    }

    @Test
    void group_sameErrorAgain_givesTheVerySameGrouping() {
        Grouping first = fingerprinter.group(error("order 12345", Map.of("stack", text(STACK))));

        assertThat(fingerprinter.group(error("order 67890", Map.of("stack", text(STACK)))))
                .isSameAs(first);
    }

    @Test
    void group_partsTooLongToRemember_areDealtWithAnew() {
        ErrorEvent error = error("long ".repeat(1_000));
        Grouping first = fingerprinter.group(error);

        assertThat(fingerprinter.group(error)).isEqualTo(first).isNotSameAs(first);
    }

    /** The documented layout, written a second time; the mark stands for the length that no part has. */
    private static byte[] sha256(String... parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (String part : parts) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(part.equals(MARK) ? -1 : utf8.length);
                out.write(part.equals(MARK) ? new byte[0] : utf8);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
