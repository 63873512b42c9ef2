package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixSetTest {
    @Test
    void covers_text_regardsItFromTheIndexOn() {
        PrefixSet prefixes = new PrefixSet(List.of("ab", "b"));

        assertThat(prefixes.covers("abc", 0)).isTrue();
        assertThat(prefixes.covers("xab", 1)).isTrue();
        assertThat(prefixes.covers("xab", 0)).isFalse();
        assertThat(prefixes.covers("a", 0)).isFalse();
        assertThat(prefixes.covers("b", 0)).isTrue();
        assertThat(prefixes.covers("b", 1)).isFalse();
        assertThat(new PrefixSet(List.of()).covers("a", 0)).isFalse();
    }

    /** Short words over two letters, so that prefixes of prefixes, equal words and near misses all occur. */
    @Test
    void covers_randomPrefixes_agreesWithAskingEachOfThem() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<String> words = words(random, random.nextInt(8));
            PrefixSet prefixes = new PrefixSet(words);
            for (String text : words(random, 30)) {
                assertThat(prefixes.covers(text, 0))
                        .as("seed %d: %s in %s", seed, text, words)
                        .isEqualTo(words.stream().anyMatch(text::startsWith));
            }
        }
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            StringBuilder letters = new StringBuilder();
            int length = 1 + random.nextInt(5);
            for (int letter = 0; letter < length; letter++) {
                letters.append(random.nextBoolean() ? 'a' : 'b');
            }
            words.add(letters.toString());
        }
        return words;
    }
}
