package io.traceops.architecture.planted.domain;

import java.nio.file.Files;
import java.nio.file.Path;

final class OpensFiles {
    private OpensFiles() {}

    static boolean exists(String name) {
        return Files.exists(Path.of(name));
    }
}
