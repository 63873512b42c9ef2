package io.traceops.bootstrap.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The settings as they were given, from wherever the strongest word on each came. Not thread-safe. */
final class GivenSettings {
    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final SettingsFile file;
    private final List<String> problems;
    private final Set<Setting<?>> faulty = new HashSet<>();

    GivenSettings(Map<String, String> options, Map<String, String> environment, SettingsFile file) {
        this.options = options;
        this.environment = environment;
        this.file = file;
        this.problems = new ArrayList<>(file.problems());
        Settings.ALL.forEach(this::check);
    }

    /** Settings that are checked together. */
    enum Group {
        SEVERITY,
        PRIORITY,
        LIMITS
    }

    /** A text and the name under which it was given. */
    private record Given(String name, String text) {}

    /** The value of a setting; its default if what was given is no value, which is then among the problems. */
    <T> T get(Setting<T> setting) {
        return switch (setting.parse(
                faulty.contains(setting)
                        ? setting.defaultText()
                        : given(setting).text())) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Problem<T>(String text) ->
                throw new IllegalStateException("the default of " + setting.key() + " " + text);
        };
    }

    /**
     * Makes something of several settings that must fit together; empty, and among the problems, if they do not. If one of
     * the group is faulty by itself, its neighbours are not blamed.
     */
    <T> Optional<T> combine(Group group, Supplier<T> maker) {
        String prefix = Kinds.word(group) + ".";
        List<Setting<?>> members = Settings.ALL.stream()
                .filter(setting -> setting.key().startsWith(prefix))
                .toList();
        return combine(members, prefix + "*", maker);
    }

    /** @param name what to call them in a problem */
    <T> Optional<T> combine(List<? extends Setting<?>> members, String name, Supplier<T> maker) {
        if (members.stream().anyMatch(faulty::contains)) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private void check(Setting<?> setting) {
        Given given = given(setting);
        if (setting.parse(given.text()) instanceof Parsed.Problem<?>(String text)) {
            problems.add(given.name() + ": " + text);
            faulty.add(setting);
        }
    }

    private Given given(Setting<?> setting) {
        String option = options.get(setting.option());
        if (option != null) {
            return new Given(setting.option(), option);
        }
        String variable = environment.get(setting.variable());
        if (variable != null && !variable.isBlank()) {
            return new Given(setting.variable(), variable);
        }
        return file.entry(setting)
                .map(entry -> new Given(file.place(setting, entry), entry.text()))
                .orElseGet(() -> new Given(setting.key(), setting.defaultText()));
    }
}
