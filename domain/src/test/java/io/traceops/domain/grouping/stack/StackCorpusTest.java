package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every pair of the corpus groups as its header says; see the README of the corpus. */
class StackCorpusTest {
    private static final int PAIRS_MIN = 15;

    /** The files of the corpus without their extension, and the dialect that must recognise every stack in each. */
    private static final Map<String, StackLanguage> LANGUAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("cpp", StackLanguage.NATIVE),
            Map.entry("go", StackLanguage.GO),
            Map.entry("php", StackLanguage.PHP),
            Map.entry("ruby", StackLanguage.RUBY),
            Map.entry("rust", StackLanguage.RUST),
            Map.entry("swift", StackLanguage.NATIVE),
            Map.entry("java", StackLanguage.JVM),
            Map.entry("kotlin", StackLanguage.JVM),
            Map.entry("scala", StackLanguage.JVM),
            Map.entry("javascript-v8", StackLanguage.JAVASCRIPT_V8),
            Map.entry("javascript-gecko", StackLanguage.JAVASCRIPT_GECKO),
            Map.entry("python", StackLanguage.PYTHON),
            Map.entry("dotnet", StackLanguage.DOTNET)));

    private final StackReader reader = new StackReader(new DefaultLibraries());

    @TestFactory
    Stream<DynamicContainer> corpus_everyPair_groupsAsItsHeaderSays() {
        return LANGUAGES.entrySet().stream().map(language -> {
            List<StackPair> pairs = pairs(language.getKey());
            return DynamicContainer.dynamicContainer(
                    language.getKey(),
                    pairs.stream()
                            .map(pair -> DynamicTest.dynamicTest(
                                    pair.kind() + ": " + pair.title(), () -> check(pair, language.getValue()))));
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus_everyLanguage_hasEnoughPairsOfBothKinds() {
        return LANGUAGES.keySet().stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    List<StackPair> pairs = pairs(language);
                    assertThat(pairs).hasSizeGreaterThanOrEqualTo(PAIRS_MIN);
                    assertThat(pairs)
                            .extracting(StackPair::kind)
                            .contains(StackPair.Kind.TOGETHER, StackPair.Kind.APART);
                    assertThat(pairs).extracting(StackPair::title).doesNotHaveDuplicates();
                }));
    }

    @Test
    void corpus_everyFileOfStacks_isOfAKnownLanguage() throws IOException {
        try (Stream<Path> files = Files.list(root())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".txt") && !name.equals("messages.txt")))
                    .containsExactlyInAnyOrderElementsOf(LANGUAGES.keySet().stream()
                            .map(language -> language + ".txt")
                            .toList());
        }
    }

    @Test
    void corpusFile_unknownHeader_isRefused() {
        assertThatThrownBy(() -> StackPair.parse("x.txt", "=== similar: a title\n--- a\nx\n--- b\ny\n"))
                .hasMessageContaining("x.txt:1")
                .hasMessageContaining("unknown header 'similar: a title'");
    }

    @Test
    void corpusFile_missingHalf_isRefused() {
        assertThatThrownBy(() -> StackPair.parse("x.txt", "=== apart: a title\n--- a\nx\n"))
                .hasMessageContaining("lacks a stack");
    }

    @Test
    void corpusFile_strayLine_isRefused() {
        assertThatThrownBy(() -> StackPair.parse("x.txt", "hello\n")).hasMessageContaining("outside of any stack");
    }

    @Test
    void corpusFile_unknownPart_isRefused() {
        assertThatThrownBy(() -> StackPair.parse("x.txt", "=== apart: a title\n--- c\nx\n"))
                .hasMessageContaining("unexpected part 'c'");
    }

    private void check(StackPair pair, StackLanguage language) {
        TopFrame first = read(pair.first());
        TopFrame second = read(pair.second());
        assertThat(List.of(first.language(), second.language())).containsOnly(language);
        assertThat(first.pinned()).isTrue();
        assertThat(second.pinned()).isTrue();
        switch (pair.kind()) {
            case TOGETHER -> assertThat(second.canonical()).isEqualTo(first.canonical());
            case APART -> assertThat(second.canonical()).isNotEqualTo(first.canonical());
        }
    }

    private TopFrame read(String stack) {
        return reader.read(stack, DecisionLog.none()).orElseThrow();
    }

    private static List<StackPair> pairs(String language) {
        String fileName = language + ".txt";
        try {
            return StackPair.parse(fileName, Files.readString(root().resolve(fileName), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the corpus of " + language + " cannot be read", unreadable);
        }
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(
                            StackCorpusTest.class.getResource("/corpus"), "no folder corpus on the class path")
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
