package io.traceops.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Function;

/**
 * One rule of the architecture.
 *
 * @param text what the rule says of a layout
 * @param violators the planted classes that break this rule, and no other does, below the root of the planted layout
 */
record Rule(String name, Function<Layout, ArchRule> text, Set<String> violators) {
    Rule {
        violators = Set.copyOf(violators);
    }

    ArchRule in(Layout layout) {
        return text.apply(layout);
    }

    @Override
    public String toString() {
        return name;
    }
}
