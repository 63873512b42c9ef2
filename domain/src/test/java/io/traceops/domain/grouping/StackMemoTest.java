package io.traceops.domain.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.stack.StackLanguage;
import io.traceops.domain.grouping.stack.TopFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackMemoTest {
    private final StackMemo memo = new StackMemo();
    private final List<String> read = new ArrayList<>();

    @Test
    void sameStack_isReadOnce() {
        topFrame("at a");
        topFrame("at b");
        topFrame(new String("at a"));

        assertThat(read).containsExactly("at a", "at b");
    }

    @Test
    void longStack_isReadEachTime() {
        String longest = "x".repeat(4096);
        topFrame(longest);
        topFrame(longest);
        topFrame(longest + "x");
        topFrame(longest + "x");

        assertThat(read).containsExactly(longest, longest + "x", longest + "x");
    }

    @Test
    void stacksOfOneHash_areToldApart_andCrowdOutNothingElse() {
        topFrame("other");
        // "Aa" and "BB" have one hash, and so has every text that is put together from them.
        List<String> alike = new ArrayList<>(List.of(""));
        for (int i = 0; i < 5; i++) {
            alike = alike.stream()
                    .flatMap(text -> List.of(text + "Aa", text + "BB").stream())
                    .toList();
        }
        for (int round = 0; round < 2; round++) {
            for (String stack : alike) {
                assertThat(topFrame(stack)).isEqualTo(stack);
            }
        }
        topFrame("other");

        assertThat(read).containsOnlyOnce("other").containsAll(alike);
    }

    @Test
    void group_manyStacksInAnyOrder_isAsIfEachWasReadAnew() {
        Fingerprinter remembering = new Fingerprinter(GroupingPolicy.DEFAULT);
        for (int i = 0; i < 20_000; i++) {
            ErrorEvent error = error(i * 7919 % 9_000);

            Grouping grouping = remembering.group(error);
            if (i % 100 == 0) {
                assertThat(grouping).isEqualTo(new Fingerprinter(GroupingPolicy.DEFAULT).group(error));
            }
            assertThat(grouping.frame()).contains("close" + i * 7919 % 9_000);
        }
    }

    /** Gives each stack itself as its frame. */
    private String topFrame(String stack) {
        return memo.topFrame(stack, text -> {
                    read.add(text);
                    return Optional.of(new TopFrame(StackLanguage.JVM, text, true));
                })
                .orElseThrow()
                .canonical();
    }

    private static ErrorEvent error(int kind) {
        String stack = "Error: boom\n    at close" + kind + " (/app/dist/cart/service.js:88:17)";
        return new ErrorEvent(
                new EventId("e"),
                new ServiceName("checkout"),
                0,
                "boom",
                new Metadata(new JsonObject(Map.of("stack", new JsonString(stack)))));
    }
}
