package org.waymark.io.student;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.population.TooManyLabelsException;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.AnyFile;

/**
 * Counts files of students in batches, by {@link ReadingThreads}. Every thread has columns and counts of its own, which are
 * added up in the end.
 */
final class CountedFiles {
    /** A column of more different labels than this is nothing to count by: a large country has fewer schools. */
    private static final int MOST_LABELS = 1 << 17;

    private final Question question;
    private final int batch;
    private final @Nullable SeenIds seen;
    private final List<Worker> workers = new ArrayList<>();
    private final ReadingThreads reading;

    private CountedFiles(
            Mapping mapping,
            Map<String, String> crosswalk,
            AnyFile file,
            Question question,
            int batch,
            boolean uniqueIds,
            int threads) {
        this.seen = uniqueIds ? new SeenIds() : null;
        this.question = question;
        this.batch = batch;
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(mapping, crosswalk));
        }
        this.reading =
                new ReadingThreads(file, workers.stream().map(w -> w.rows).toList());
    }

    /** Counts what the files hold. */
    static Loaded<Tally> count(
            Mapping mapping,
            Map<String, String> crosswalk,
            AnyFile file,
            Question question,
            int batch,
            boolean uniqueIds,
            int threads,
            Path... paths)
            throws IOException {
        Set<Path> inOnePiece = new LinkedHashSet<>();
        while (true) {
            CountedFiles files = new CountedFiles(mapping, crosswalk, file, question, batch, uniqueIds, threads);
            Optional<Path> odd;
            try {
                odd = files.readAll(inOnePiece, paths);
            } catch (TooManyLabelsException tooMany) {
                return files.refused(mapping, tooMany);
            }
            if (odd.isEmpty() && files.seen != null && files.seen.isRepeated()) {
                return files.refused(mapping);
            } else if (odd.isEmpty()) {
                return new Loaded<>(files.sum(), files.reading.findings());
            }
            inOnePiece.add(odd.get());
        }
    }

    /** Reads all files; tells the first of them that must be read in one piece, and is not known to. */
    private Optional<Path> readAll(Set<Path> inOnePiece, Path... paths) throws IOException {
        for (Path path : paths) {
            if (inOnePiece.contains(path) || !reading.isPlain(path)) {
                reading.readInOnePiece(path);
            } else if (!reading.readBlocks(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Rows that have been counted cannot be withdrawn any more, so an id that comes twice leaves nothing counted. */
    private Loaded<Tally> refused(Mapping mapping) {
        return refused(
                Reason.DUPLICATE_ID,
                mapping.columns().stream().filter(column -> column.role() == ColumnMapping.Role.ID),
                "each id once in all that is counted; nothing was counted");
    }

    private Loaded<Tally> refused(Mapping mapping, TooManyLabelsException tooMany) {
        return refused(
                Reason.OVER_LIMIT,
                mapping.columns().stream().filter(column -> column.key().equals(tooMany.column())),
                "at most " + tooMany.most() + " different labels in a column to count by; nothing was counted");
    }

    private Loaded<Tally> refused(Reason reason, Stream<ColumnMapping> columns, String expected) {
        String header = columns.map(ColumnMapping::header).findFirst().orElse("");
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.add(Finding.error(reason, "", 0, header, expected));
        return new Loaded<>(workers.get(0).nobody(), findings);
    }

    private Tally sum() {
        Tally sum = null;
        for (Worker worker : workers) {
            if (worker.rows.size() > 0) {
                worker.count();
            }
            Tally own = worker.sum;
            if (own != null) {
                sum = sum == null ? own : sum.plus(own);
            }
        }
        return sum == null ? workers.get(0).count() : sum;
    }

    /** What one thread reads and counts. */
    private final class Worker {
        private final Population.Builder builder = Population.builder().asOf(question.asOf());
        private final StudentRows rows;
        private @Nullable Tally sum;

        Worker(Mapping mapping, Map<String, String> crosswalk) {
            rows = new StudentRows(
                    Unit.STUDENT, mapping, crosswalk, builder, Wanted.toAnswer(question, mapping), new FindingLog());
            rows.latest(question.asOf());
            builder.roster(Unit.STUDENT).mostLabels(MOST_LABELS);
            rows.seen(seen);
            rows.inBatches(batch, this::count);
        }

        Tally nobody() {
            builder.load();
            return builder.load().value().cohort(question.of()).tally(question);
        }

        Tally count() {
            Tally next = builder.load().value().cohort(question.of()).tally(question);
            sum = sum == null ? next : sum.plus(next);
            return sum;
        }
    }
}
