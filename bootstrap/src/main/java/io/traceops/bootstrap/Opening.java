package io.traceops.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Doors that are opened side by side. All stay open, or none: closing this before {@link #keep} waits for those that are
 * still being opened, and shuts every one that is open. Used by one thread.
 */
final class Opening implements AutoCloseable {
    private final List<Door<?>> begun = new ArrayList<>();

    /** A door that may still be being opened. */
    static final class Door<T> {
        private final Optional<CompletableFuture<T>> opened;
        private final Consumer<T> shut;

        private Door(Optional<CompletableFuture<T>> opened, Consumer<T> shut) {
            this.opened = opened;
            this.shut = shut;
        }

        /** The door once it is open, or what kept it from opening; empty if it was not wanted. */
        Optional<T> await() {
            try {
                return opened.map(CompletableFuture::join);
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }

        private void shutIfOpened() {
            opened.ifPresent(door -> door.handle((open, failure) -> Optional.ofNullable(open))
                    .join()
                    .ifPresent(shut));
        }
    }

    /**
     * Begins to open a door, in a thread of its own.
     *
     * @param port where it is to listen; absent if it is not wanted
     * @param open opens it, or throws and leaves nothing behind
     * @param shut what to do with it if another one cannot be opened
     */
    <T> Door<T> begin(OptionalInt port, IntFunction<T> open, Consumer<T> shut) {
        Optional<CompletableFuture<T>> opened = port.isPresent()
                ? Optional.of(CompletableFuture.supplyAsync(() -> open.apply(port.getAsInt()), Opening::run))
                : Optional.empty();
        Door<T> door = new Door<>(opened, shut);
        begun.add(door);
        return door;
    }

    /** All are open and stay so. */
    void keep() {
        begun.clear();
    }

    @Override
    public void close() {
        begun.forEach(Door::shutIfOpened);
    }

    private static void run(Runnable opening) {
        Thread.ofPlatform().name("opening").start(opening);
    }
}
