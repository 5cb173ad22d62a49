package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;

/** The report of disproportionate impact that every program writes: one row per group and outcome. */
public final class Report {
    private static final String HEADER = "dimension,grp,outcome,n,successes,rate,wilson_lo,wilson_hi,gap_rest_pp,"
            + "gap_overall_pp,gap_highest_pp,prop_index,index80,needed\n";
    private static final long DECIMALS = 1_000_000_000_000L;
    private static final List<String> NAMES = List.of("graduated", "enrolled_1y", "credential_26");

    private Report() {}

    /** The report off a tally, along crossings of so many dimensions. */
    static String of(Tally tally, int ways) {
        StringBuilder text = new StringBuilder(1 << 17).append(HEADER);
        for (List<Axis> crossing : tally.question().faces().crossings()) {
            if (crossing.size() == ways) {
                for (Indicator outcome : StudentJob.OUTCOMES) {
                    rows(tally, outcome, crossing, text);
                }
            }
        }
        return text.toString();
    }

    /** Writes it to a file. */
    public static void write(Tally tally, int ways, Path out) throws IOException {
        Files.writeString(out, of(tally, ways));
    }

    private static void rows(Tally tally, Indicator outcome, List<Axis> crossing, StringBuilder text) {
        Share everybody = share(tally.total(outcome));
        List<Cell> groups = new ArrayList<>();
        double best = 0;
        for (Cell cell : tally.by(outcome, crossing.toArray(new Axis[0]))) {
            Share share = share(cell);
            if (share.n() > 0) {
                groups.add(cell);
                best = Math.max(best, rate(share));
            }
        }
        String dimension =
                crossing.stream().map(axis -> ((Dimension) axis).name()).collect(Collectors.joining(" x "));
        String name = NAMES.get(StudentJob.OUTCOMES.indexOf(outcome));
        for (Cell cell : groups) {
            text.append(dimension).append(',').append(group(cell)).append(',').append(name);
            row(share(cell), everybody, best, text);
        }
    }

    private static void row(Share group, Share everybody, double best, StringBuilder text) {
        double rate = rate(group);
        double overall = rate(everybody);
        Share rest = everybody.minus(group);
        Interval wilson = WilsonScore.of(group, 0.95);
        text.append(',').append(group.n()).append(',').append(group.yes());
        number(rate, text);
        number(wilson.lower(), text);
        number(wilson.upper(), text);
        number(rest.n() == 0 ? Double.NaN : 100 * (rate - rate(rest)), text);
        number(100 * (rate - overall), text);
        number(100 * (rate - best), text);
        number(rate / overall, text);
        number(rate / best, text);
        text.append(',').append(NeededStudents.toMatch(group, everybody)).append('\n');
    }

    /** Appends a number with twelve decimals, which is as exact as it is worked out. */
    private static void number(double value, StringBuilder text) {
        text.append(',');
        long scaled = Math.round(Math.abs(value) * DECIMALS);
        if (Double.isNaN(value) || scaled >= 1000 * DECIMALS) {
            text.append(value);
            return;
        }
        text.append(value < 0 ? "-" : "").append(scaled / DECIMALS).append('.');
        String decimals = Long.toString(DECIMALS + scaled % DECIMALS);
        text.append(decimals, 1, decimals.length());
    }

    private static Share share(Cell cell) {
        return new Share(cell.yes().exact(), cell.known().exact());
    }

    private static double rate(Share share) {
        return (double) share.yes() / share.n();
    }

    private static String group(Cell cell) {
        return cell.labels().stream()
                .map(label -> label.isGroup() ? label.name() : "(missing)")
                .collect(Collectors.joining(" x "));
    }
}
