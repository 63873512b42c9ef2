package io.traceops.architecture.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls over HTTP: those that the description made from the controllers has, and those that documents name. */
final class RestPaths {
    private static final String DESCRIPTION = "/META-INF/swagger/traceops.yml";
    private static final Pattern PATH = Pattern.compile("  [\"']?(/[^\"':]*)[\"']?:");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):");
    private static final Pattern NAMED = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/[^`?]*)(?:\\?[^`]*)?`");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:8080(/[^\\s'\"?]*)");
    private static final Pattern CURL = Pattern.compile("(?=curl )");

    private RestPaths() {}

    /** A call; of a path, parts in braces stand for anything. */
    record Call(String method, String path) {
        /** Whether this call is the other one, or an instance of it. */
        boolean isOneOf(Call other) {
            List<String> mine = segments(path);
            List<String> others = segments(other.path);
            if (!method.equals(other.method) || mine.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < mine.size(); i++) {
                boolean fits =
                        mine.get(i).equals(others.get(i)) || others.get(i).startsWith("{");
                if (!fits) {
                    return false;
                }
            }
            return true;
        }

        private static List<String> segments(String path) {
            return Arrays.asList(path.split("/", -1));
        }
    }

    /** The calls that the controllers answer. */
    static List<Call> described() {
        List<Call> calls = new ArrayList<>();
        String path = "";
        for (String line : description().lines().toList()) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            if (!line.startsWith(" ")) {
                path = "";
            } else if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (!path.isEmpty() && methodLine.matches()) {
                calls.add(new Call(methodLine.group(1).toUpperCase(Locale.ROOT), path));
            }
        }
        return calls;
    }

    /** Whether a path belongs to a door that speaks another tool's protocol, which its maker describes. */
    private static boolean isForeign(String path) {
        return path.startsWith("/api/") || path.startsWith("/v1/");
    }

    /** The calls that the text of a document names, such as {@code GET /events/{id}}. */
    static List<Call> namedIn(Markdown document) {
        return document.prose().stream()
                .flatMap(line -> NAMED.matcher(line).results())
                .map(match -> new Call(match.group(1), match.group(2)))
                .filter(call -> !isForeign(call.path()))
                .toList();
    }

    /** The calls that the commands of a document make. */
    static List<Call> madeIn(Markdown document) {
        return document.fences().stream()
                .flatMap(fence -> CURL.splitAsStream(fence.text()))
                .filter(text -> text.startsWith("curl "))
                .flatMap(RestPaths::madeBy)
                .toList();
    }

    private static Stream<Call> madeBy(String command) {
        String method = command.contains("-X DELETE")
                ? "DELETE"
                : command.contains(" -d ") || command.contains("--data") ? "POST" : "GET";
        return URL.matcher(command)
                .results()
                .map(match -> new Call(method, match.group(1)))
                .filter(call -> !isForeign(call.path()));
    }

    private static String description() {
        try (InputStream in =
                Objects.requireNonNull(RestPaths.class.getResourceAsStream(DESCRIPTION), DESCRIPTION + " is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
