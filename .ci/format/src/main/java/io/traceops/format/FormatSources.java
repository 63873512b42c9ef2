package io.traceops.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks the format of every Java source below a folder, or rewrites what differs.
 *
 * <p>Arguments: {@code check} or {@code apply}, then the folder. Exits with 1 if a check finds a difference or a file
 * cannot be parsed, with 2 on wrong arguments.
 */
public final class FormatSources {
    private static final Set<String> FOLDERS_LEFT_OUT = Set.of("target", ".git", "node_modules");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());
    private final boolean apply;

    private FormatSources(boolean apply) {
        this.apply = apply;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !Set.of("check", "apply").contains(arguments[0])) {
            System.err.println("Usage: check|apply FOLDER");
            System.exit(2);
        }
        FormatSources format = new FormatSources(arguments[0].equals("apply"));
        Path root = Path.of(arguments[1]).toRealPath();
        List<String> faults = sourcesBelow(root).parallelStream()
                .map(source -> format.faultOf(root, source))
                .filter(fault -> !fault.isEmpty())
                .toList();
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.err.println("To format all sources: mvn -q -pl .ci/format verify -Dformat=apply");
            System.exit(1);
        }
    }

    /** What stays wrong with the source, or nothing. */
    private String faultOf(Path root, Path source) {
        try {
            String before = Files.readString(source);
            String after = formatter.formatSourceAndFixImports(before);
            if (after.equals(before)) {
                return "";
            }
            if (!apply) {
                return root.relativize(source) + ": not formatted";
            }
            Files.writeString(source, after);
            return "";
        } catch (FormatterException e) {
            return root.relativize(source) + ": cannot be parsed: " + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(source.toString(), e);
        }
    }

    private static List<Path> sourcesBelow(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                return name != null && FOLDERS_LEFT_OUT.contains(name.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
