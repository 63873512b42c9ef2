package io.traceops.architecture.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One document of the repository, as far as the tests read Markdown.
 *
 * @param name its path from the root
 * @param lines all its lines
 */
record Markdown(String name, List<String> lines) {
    /** The root of the repository. */
    static final Path ROOT = Objects.requireNonNull(
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent());

    private static final Set<String> FOLDERS_LEFT_OUT = Set.of("target", ".git", "node_modules");
    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

    /**
     * A fenced block.
     *
     * @param mark the last line before it that is not blank
     * @param info what stands behind the opening fence
     */
    record Fence(String mark, String info, String text) {}

    /** All documents below the root. */
    static List<Markdown> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return FOLDERS_LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(ROOT.toString(), e);
        }
        return files.stream()
                .map(file -> ROOT.relativize(file).toString())
                .sorted()
                .map(Markdown::of)
                .toList();
    }

    /** @param name the path of the document from the root */
    static Markdown of(String name) {
        try {
            return new Markdown(name, Files.readAllLines(ROOT.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    Path file() {
        return ROOT.resolve(name);
    }

    /** Its lines outside of fenced blocks and of tables of examples. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inFence = false;
        boolean inExamples = false;
        for (String line : lines) {
            boolean isFence = line.startsWith(FENCE);
            inExamples = line.startsWith(Examples.MARK_START) || (inExamples && line.startsWith("|"));
            if (!isFence && !inFence && !inExamples) {
                prose.add(line);
            }
            inFence ^= isFence;
        }
        return prose;
    }

    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        String mark = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith(FENCE)) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf(FENCE);
                if (end == at) {
                    throw new IllegalStateException(name + ", line " + (at + 1) + ": the fence is never closed");
                }
                String text = String.join("\n", lines.subList(at + 1, end));
                fences.add(new Fence(mark, line.substring(FENCE.length()).strip(), text));
                at = end;
                mark = FENCE;
            } else if (!line.isBlank()) {
                mark = line;
            }
        }
        return fences;
    }

    /** The targets of its links, as they are written. */
    List<String> links() {
        return prose().stream()
                .map(line -> CODE.matcher(line).replaceAll(""))
                .flatMap(line -> LINK.matcher(line).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** The anchors of its headings, as the usual viewers make them. */
    List<String> anchors() {
        return prose().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(line.indexOf(' ') + 1).toLowerCase(Locale.ROOT))
                .map(heading ->
                        NOT_IN_ANCHOR.matcher(heading).replaceAll("").strip().replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
