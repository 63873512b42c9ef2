package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final Memo<String, String> memo = new Memo<>();
    private final List<String> computed = new ArrayList<>();

    @Test
    void sameKey_isComputedOnce() {
        get("a");
        get("b");
        get(new String("a"));

        assertThat(computed).containsExactly("a", "b");
    }

    @Test
    void keysOfOneHash_areToldApart_andCrowdOutNothingElse() {
        get("other");
        // "Aa" and "BB" have one hash, and so has every text that is put together from them.
        List<String> alike = new ArrayList<>(List.of(""));
        for (int i = 0; i < 5; i++) {
            alike = alike.stream()
                    .flatMap(text -> List.of(text + "Aa", text + "BB").stream())
                    .toList();
        }
        for (int round = 0; round < 2; round++) {
            for (String key : alike) {
                assertThat(get(key)).isEqualTo("value of " + key);
            }
        }
        get("other");

        assertThat(computed).containsOnlyOnce("other").containsAll(alike);
    }

    @Test
    void asManyKeysAsPlaces_areMostlyRemembered() {
        List<String> keys =
                IntStream.range(0, Memo.PLACES / 2).mapToObj(i -> "key " + i).toList();
        keys.forEach(this::get);
        computed.clear();
        keys.forEach(this::get);

        assertThat(computed).hasSizeLessThan(keys.size() / 10);
    }

    private String get(String key) {
        return memo.get(key, absent -> {
            computed.add(absent);
            return "value of " + absent;
        });
    }
}
