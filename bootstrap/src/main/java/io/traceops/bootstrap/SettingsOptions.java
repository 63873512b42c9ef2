package io.traceops.bootstrap;

import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.Setting;
import io.traceops.bootstrap.settings.Settings;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options of a command that starts a server: one for each setting, and the configuration file. */
final class SettingsOptions {
    private static final String CONFIG = "--config";

    private SettingsOptions() {}

    static void addTo(CommandSpec command) {
        command.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .description("A file with settings, in YAML. Options and environment variables win over it.")
                .build());
        int order = 0;
        for (Settings.Section section : Settings.SECTIONS) {
            ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                    .heading("%n" + section.title() + ":%n")
                    .order(order++)
                    .validate(false);
            section.settings().forEach(setting -> group.addArg(option(setting)));
            command.addArgGroup(group.build());
        }
        command.usageMessage().abbreviateSynopsis(true);
    }

    /** The settings that the command line, the environment and the configuration file give. */
    static EngineSettings read(CommandSpec command, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (option.getValue() instanceof String text) {
                given.put(option.longestName(), text);
            }
        }
        Optional<Path> file = Optional.ofNullable(command.findOption(CONFIG).<Path>getValue());
        return switch (SettingsReader.read(given, environment, file)) {
            case SettingsOutcome.Ready(EngineSettings settings) -> settings;
            case SettingsOutcome.Unusable(List<String> problems) ->
                throw new ParameterException(command.commandLine(), String.join("\ntraceops: ", problems));
        };
    }

    private static OptionSpec option(Setting<?> setting) {
        String description = setting.description() + " Default: " + setting.defaultText();
        return OptionSpec.builder(setting.option())
                .paramLabel(setting.placeholder())
                .type(String.class)
                .description(description.replace("%", "%%"))
                .build();
    }
}
