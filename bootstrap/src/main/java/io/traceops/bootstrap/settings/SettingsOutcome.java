package io.traceops.bootstrap.settings;

import java.util.List;

/** What reading the settings came to. */
public sealed interface SettingsOutcome {
    /** They are complete and consistent. */
    record Ready(EngineSettings settings) implements SettingsOutcome {}

    /** They cannot be used; everything that is wrong, each with the name under which it was given. */
    record Unusable(List<String> problems) implements SettingsOutcome {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }
}
