package io.traceops.adapter.otlp.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonMeasure;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Text;
import io.traceops.domain.grouping.Fingerprint;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StackCutTest {
    private static final String FRAMES = "\tat shop.Deep.call(Deep.java:1)\n".repeat(1_000);

    @Test
    void stack_thatFits_isLeftAlone() {
        assertThat(StackCut.cut("a\nb", 100)).isEqualTo("a\nb");
    }

    @Test
    void stack_withCauses_keepsItsBeginningAndTheLastCause() {
        String stack = "shop.Outer: failed\n\tat shop.Api.post(Api.java:3)\n" + FRAMES + "Caused by: shop.Middle: x\n"
                + FRAMES + "Caused by: shop.Root: why\n\tat shop.Db.read(Db.java:7)\n" + FRAMES;

        String cut = StackCut.cut(stack, 2_000);

        assertThat(cut)
                .startsWith("shop.Outer: failed\n\tat shop.Api.post(Api.java:3)\n")
                .contains("left out here", "\nCaused by: shop.Root: why\n\tat shop.Db.read(Db.java:7)\n")
                .doesNotContain("shop.Middle");
        assertThat(JsonMeasure.textBytes(cut)).isLessThanOrEqualTo(2_000).isGreaterThan(1_800);
    }

    @Test
    void stack_withoutCauses_keepsItsBeginningAndItsEnd() {
        String cut = StackCut.cut("Traceback (most recent call last):\n" + FRAMES + "ValueError: why", 1_000);

        assertThat(cut).startsWith("Traceback (most recent call last):\n").endsWith("ValueError: why");
    }

    @Test
    void stack_cut_isGroupedAsTheWholeOne() {
        String stack = "shop.Outer: failed\n\tat shop.Api.post(Api.java:3)\n" + FRAMES
                + "Caused by: shop.Root: why\n\tat shop.Db.read(Db.java:7)\n" + FRAMES;

        assertThat(fingerprint(StackCut.cut(stack, 2_000)))
                .isEqualTo(fingerprint(stack))
                .isNotEqualTo(fingerprint("shop.Outer: failed\n" + FRAMES));
    }

    private static Fingerprint fingerprint(String stack) {
        Metadata metadata = new Metadata(new JsonObject(Map.of("stack", new JsonString(stack))));
        Event event =
                Event.of(EventType.ERROR, new EventId("e"), new ServiceName("shop"), 0, "shop.Outer: failed", metadata);
        return new Fingerprinter(GroupingPolicy.DEFAULT)
                .group((ErrorEvent) event)
                .fingerprint();
    }

    @Property
    void stack_ofAnyText_fitsAndIsValid(@ForAll String text, @ForAll @IntRange(min = 0, max = 500) int bytesMax) {
        String cut = StackCut.cut(Text.isWellFormed(text) ? text : "\"\n😀€".repeat(text.length()), bytesMax);

        assertThat(JsonMeasure.textBytes(cut)).isLessThanOrEqualTo(Math.max(2, bytesMax));
        assertThat(Text.isWellFormed(cut)).isTrue();
    }
}
