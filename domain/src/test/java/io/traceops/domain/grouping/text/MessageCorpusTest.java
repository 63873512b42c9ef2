package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every pair of messages groups as its header says; see the README of the corpus. */
class MessageCorpusTest {
    private static final int PAIRS_MIN = 40;

    @TestFactory
    Stream<DynamicTest> corpus_everyPair_groupsAsItsHeaderSays() {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.title(), () -> {
                    String first = canonical(pair.first(), pair);
                    String second = canonical(pair.second(), pair);
                    if (pair.together()) {
                        assertThat(second).isEqualTo(first);
                    } else {
                        assertThat(second).isNotEqualTo(first);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> corpus_everyCanonicalMessage_isStable() {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.title(), () -> {
                    for (String message : List.of(pair.first(), pair.second())) {
                        String canonical = canonical(message, pair);
                        assertThat(canonical(canonical, pair)).isEqualTo(canonical);
                    }
                }));
    }

    @Test
    void corpus_pairs_areEnoughOfEachKindAndDiffer() {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(PAIRS_MIN);
        assertThat(pairs()).extracting(MessagePair::title).doesNotHaveDuplicates();
        assertThat(pairs()).allSatisfy(pair -> assertThat(pair.second()).isNotEqualTo(pair.first()));
        assertThat(pairs().stream()
                        .map(pair -> (pair.together() ? "together" : "apart") + (pair.pinned() ? ", pinned" : "")))
                .contains("together", "apart", "together, pinned", "apart, pinned");
    }

    @Test
    void corpusFile_brokenPair_isRefused() {
        assertThatThrownBy(() -> MessagePair.parse("x\n")).hasMessageContaining("before the first pair");
        assertThatThrownBy(() -> MessagePair.parse("=== apart: x\n--- a\ny\n")).hasMessageContaining("needs");
        assertThatThrownBy(() -> MessagePair.parse("=== similar: x\n--- a\ny\n--- b\nz\n"))
                .hasMessageContaining("'similar'");
    }

    private static String canonical(String message, MessagePair pair) {
        return MessageTemplate.canonical(message, pair.pinned(), DecisionLog.none());
    }

    private static List<MessagePair> pairs() {
        try (InputStream file = MessageCorpusTest.class.getResourceAsStream("/corpus/messages.txt")) {
            byte[] content = Objects.requireNonNull(file, "no corpus/messages.txt on the class path")
                    .readAllBytes();
            return MessagePair.parse(new String(content, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the corpus of messages cannot be read", unreadable);
        }
    }
}
