package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Which needs of a problem have nothing to do with each other: no move of the cells of one touches a cell of the other, as in years that no
 * pool joins. Each part can be protected by itself.
 */
final class Parts {
    private final int[] parent;

    private Parts(Problem problem) {
        Relations relations = problem.relations();
        parent = new int[relations.cells() + problem.units()];
        Arrays.setAll(parent, i -> i);
        for (int cell = 0; cell < relations.cells(); cell++) {
            join(cell, relations.cells() + problem.unit(cell));
        }
        for (int r = 0; r < relations.size(); r++) {
            int first = -1;
            for (int k = 0; k < relations.length(r); k++) {
                int cell = relations.cell(r, k);
                if (problem.choice(problem.unit(cell)) != Problem.Choice.PRINTED) {
                    first = first < 0 ? cell : first;
                    join(first, cell);
                }
            }
        }
    }

    /** The needs of each part, in their order. */
    static List<List<Need>> of(Problem problem, List<Need> needs) {
        Parts parts = new Parts(problem);
        Map<Integer, List<Need>> of = new LinkedHashMap<>();
        needs.forEach(need -> of.computeIfAbsent(parts.root(need.cell()), root -> new ArrayList<>())
                .add(need));
        return List.copyOf(of.values());
    }

    /**
     * Works on all parts, on as many threads as there are processors, each with a tool of its own, and answers in the order of the
     * parts. When its own thread is interrupted all others are too, and it returns when they have stopped.
     */
    static <T, R> List<R> all(List<List<Need>> parts, Supplier<T> tools, BiFunction<T, List<Need>, R> work) {
        int threads = Math.max(1, Math.min(parts.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        ThreadLocal<T> tool = ThreadLocal.withInitial(tools);
        try {
            List<Future<R>> asked = new ArrayList<>();
            parts.forEach(part -> asked.add(workers.submit(() -> work.apply(tool.get(), part))));
            List<R> results = new ArrayList<>();
            for (Future<R> one : asked) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("protecting was interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException(failed.getCause());
        } finally {
            end(workers);
        }
    }

    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void join(int one, int other) {
        parent[root(other)] = root(one);
    }

    private int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
