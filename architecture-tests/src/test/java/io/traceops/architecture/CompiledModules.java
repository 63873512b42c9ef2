package io.traceops.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes that the modules of this build were compiled to, read from their own folders. */
final class CompiledModules {
    static final List<String> NAMES = List.of(
            "domain",
            "application",
            "proto",
            "http",
            "grpc",
            "adapter-rest",
            "adapter-grpc",
            "adapter-sentry",
            "adapter-otlp",
            "adapter-memory",
            "storage-contract",
            "bootstrap");

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private CompiledModules() {}

    static JavaClasses all() {
        return new ClassFileImporter()
                .importPaths(NAMES.stream().map(CompiledModules::classesOf).toList());
    }

    /** The planted violators, which are compiled with these tests. */
    static JavaClasses planted() {
        return new ClassFileImporter()
                .importPath(MODULE.resolve("target/test-classes/io/traceops/architecture/planted"));
    }

    /** How many class files a module has on the disk, without asking the importer. */
    static long classFilesOf(String module) {
        try (Stream<Path> files = Files.walk(classesOf(module))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("module-info.class"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("the module " + module + " is not compiled", e);
        }
    }

    private static Path classesOf(String module) {
        return MODULE.resolveSibling(module).resolve("target/classes");
    }
}
