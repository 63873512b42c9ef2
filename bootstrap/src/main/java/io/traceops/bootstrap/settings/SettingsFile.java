package io.traceops.bootstrap.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A configuration file, read down to texts. Values keep the spelling that they have in the file, so that one parser reads
 * them all, and the line that they stand on, so that a problem can be found.
 */
final class SettingsFile {
    private final String name;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SettingsFile(String name) {
        this.name = name;
    }

    /** A value and the line that it stands on, counted from 1. */
    record Entry(String text, int line) {}

    static SettingsFile none() {
        return new SettingsFile("");
    }

    /**
     * Reads the text of a file.
     *
     * @param name the file, for messages
     */
    static SettingsFile read(String name, String yaml) {
        SettingsFile file = new SettingsFile(name);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root instanceof MappingNode mapping) {
                file.collect("", mapping);
            } else if (root != null) {
                file.problems.add(name + ": is not a list of settings such as 'http.port: 8080'");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            file.problems.add(name + ", line " + line + ": is not valid YAML: " + e.getProblem());
        }
        return file;
    }

    Optional<Entry> entry(Setting<?> setting) {
        return Optional.ofNullable(entries.get(setting.key()));
    }

    /** How messages name a setting of this file. */
    String place(Setting<?> setting, Entry entry) {
        return setting.key() + " (" + name + ", line " + entry.line() + ")";
    }

    /** What is wrong with the file as such, unknown settings included. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void collect(String prefix, MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                problems.add(name + ", line " + line + ": the name of a setting must be a word");
                continue;
            }
            String key = prefix + keyNode.getValue();
            switch (tuple.getValueNode()) {
                case MappingNode inner -> collect(key + ".", inner);
                case ScalarNode scalar -> add(key, scalar.getValue(), line);
                case SequenceNode sequence -> addList(key, sequence, line);
                default -> problems.add(name + ", line " + line + ": " + key + " has a value that cannot be read");
            }
        }
    }

    private void addList(String key, SequenceNode sequence, int line) {
        List<String> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                problems.add(name + ", line " + line + ": " + key + " is a list of something else than texts");
                return;
            }
            items.add(scalar.getValue());
        }
        add(key, items.isEmpty() ? "-" : String.join(",", items), line);
    }

    private void add(String key, String text, int line) {
        boolean known = Settings.ALL.stream().anyMatch(setting -> setting.key().equals(key));
        if (!known) {
            problems.add(name + ", line " + line + ": unknown setting " + key + "; did you mean " + nearest(key) + "?");
        } else if (entries.putIfAbsent(key, new Entry(text, line)) != null) {
            problems.add(name + ", line " + line + ": " + key + " is set a second time");
        }
    }

    private static String nearest(String key) {
        return Nearest.to(key, Settings.ALL.stream().map(Setting::key).toList());
    }
}
