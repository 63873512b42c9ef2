package io.traceops.bootstrap.settings;

import java.util.stream.Collectors;

/** Writes the reference of all settings, in Markdown. */
public final class SettingsReference {
    private static final String INTRODUCTION = """
        # Configuration

        Every setting can be given in three ways. An option of `./traceops serve` wins over the environment variable, which
        wins over the configuration file, which wins over the default:

        | where | how |
        | --- | --- |
        | option | `./traceops serve --http-port 8081` |
        | environment | `TRACEOPS_HTTP_PORT=8081 ./traceops serve` |
        | file | `./traceops serve --config traceops.yml`, or `TRACEOPS_CONFIG=traceops.yml` |

        A file is YAML. Names can be nested or dotted, and lists are lists:

        ```yaml
        http:
          port: 8081
        correlation.window: 10m
        grouping:
          library-prefixes: [com.acme.platform., libs/acme/]
        ```

        A value that is not allowed, or a name in the file that does not exist, keeps the server from starting; it names everything
        that is wrong at once. In options and variables the items of a list are separated by commas, and a lone `-` is the
        empty list. Digits may be grouped with `_`.

        `TRACEOPS_JAVA_OPTS` holds options for the Java virtual machine, such as `-Xmx2g` for a heap of 2 GiB. Unless it says
        otherwise, the heap grows to a quarter of the machine's memory.
        """;

    private SettingsReference() {}

    /** The whole document. */
    public static String markdown() {
        return INTRODUCTION
                + Settings.SECTIONS.stream().map(SettingsReference::section).collect(Collectors.joining());
    }

    private static String section(Settings.Section section) {
        return "\n## " + section.title() + "\n\n" + "| setting | default | allowed | meaning |\n"
                + "| --- | --- | --- | --- |\n"
                + section.settings().stream().map(SettingsReference::row).collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.key() + "`<br>`" + setting.option() + "`<br>`" + setting.variable() + "` | "
                + (setting.defaultText().equals("-") ? "empty" : "`" + setting.defaultText() + "`") + " | "
                + setting.allowed() + " | " + setting.description() + " |\n";
    }
}
