package org.waymark.io.student;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.population.Population;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.io.internal.AnyFile;

/**
 * Makes records of files of students block by block, by {@link ReadingThreads}: each block's students are a small population,
 * of which the records are made while its columns are at hand. Blocks are put into their order in the end.
 *
 * @param <R> a record
 */
final class RecordFiles<R> {
    private final Function<Population, List<R>> make;
    private final SeenIds seen = new SeenIds();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Block<R>> blocks = new ArrayList<>();

    private boolean doubtful;

    /** What became of a block. */
    private record Block<R>(long number, List<R> records) {}

    private RecordFiles(
            Mapping mapping,
            Map<String, String> crosswalk,
            LocalDate asOf,
            Function<Population, List<R>> make,
            int threads) {
        this.make = make;
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(mapping, crosswalk, asOf));
        }
    }

    /**
     * Makes records of all files; empty if they must be read in one piece. That is so if an id has come twice, since which of
     * its rows does not stand shows only where rows are read one after the other, and if values that stand raise doubts, which
     * are told column by column.
     */
    static <R> Optional<Loaded<List<R>>> make(
            Mapping mapping,
            Map<String, String> crosswalk,
            AnyFile file,
            LocalDate asOf,
            Function<Population, List<R>> make,
            int threads,
            Path... paths)
            throws IOException {
        RecordFiles<R> files = new RecordFiles<>(mapping, crosswalk, asOf, make, threads);
        ReadingThreads reading =
                new ReadingThreads(file, files.workers.stream().map(w -> w.rows).toList());
        for (Path path : paths) {
            if (!reading.isPlain(path) || !reading.readBlocks(path) || files.seen.isRepeated()) {
                return Optional.empty();
            }
            files.order();
        }
        return files.doubtful ? Optional.empty() : Optional.of(new Loaded<>(files.records(), reading.findings()));
    }

    /** Appends the blocks of a file in their order. */
    private void order() {
        List<Block<R>> ofFile = new ArrayList<>();
        for (Worker worker : workers) {
            ofFile.addAll(worker.done);
            worker.done.clear();
            doubtful |= worker.doubtful;
        }
        ofFile.sort(Comparator.comparingLong(Block::number));
        blocks.addAll(ofFile);
    }

    private List<R> records() {
        List<R> records = new ArrayList<>(
                blocks.stream().mapToInt(b -> b.records().size()).sum());
        blocks.forEach(block -> records.addAll(block.records()));
        return records;
    }

    /** What one thread reads and makes. */
    private final class Worker {
        private final Population.Builder builder;
        private final StudentRows rows;
        private final List<Block<R>> done = new ArrayList<>();
        private boolean doubtful;

        Worker(Mapping mapping, Map<String, String> crosswalk, LocalDate asOf) {
            builder = Population.builder().asOf(asOf);
            if (mapping.isConstrained(Unit.STUDENT)) {
                builder.checked();
            }
            rows = new StudentRows(Unit.STUDENT, mapping, crosswalk, builder, Wanted.ALL_AS_IT_COMES, new FindingLog());
            rows.latest(asOf);
            rows.seen(seen);
            rows.inBlocks(this::make);
        }

        private void make(long block) {
            Loaded<Population> loaded = builder.load();
            doubtful |= !loaded.findings().isEmpty();
            done.add(new Block<>(block, make.apply(loaded.value())));
        }
    }
}
