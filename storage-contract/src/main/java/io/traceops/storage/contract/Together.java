package io.traceops.storage.contract;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks at the same time, each in a thread of its own. */
final class Together {
    private Together() {}

    /** Starts all at one moment and returns when all are done; a failure of one is thrown. */
    static void run(List<Runnable> tasks) {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<Future<?>> running = tasks.stream()
                    .<Future<?>>map(task -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        task.run();
                        return true;
                    }))
                    .toList();
            running.forEach(Together::await);
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
