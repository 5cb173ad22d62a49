package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a {@link GrayTest} adds up over times. With Y at risk, S the share that waits for any kind, F the share that has
 * reached the kind, all of one group r: h = Y/S and R = h (1 - F), before the time; a dot adds over groups.
 *
 * <p>The score of group k is the sum of dN - R dG, with dG = dN./R. the pooled step of the subdistribution hazard. By
 * F̂ - F as an integral over the martingales of both events, its covariance is the sum over r and times of
 * a a' dF⁰/h + b b' dNₒ/h², dF⁰ = (1 - F⁰) dG pooled and dNₒ the group's other events, where d = R (δ - Rʳ/R.)/(1 - Fʳ),
 * c = Σ d dG, a = d + (1 - q)(c(∞) - c(t)), b = -q (c(∞) - c(t)), q = (1 - F⁰)/S after the time.
 */
final class GraySums {
    private final List<RiskTable> tables;
    private final int groups;
    private final double[] score;
    private final double[][] covariance;
    private final List<Step> steps = new ArrayList<>();

    /** What walking through the times has come to. */
    private final double[] waiting;

    private final double[] reached;
    private final double[][] c;
    private double pooled;

    /** One time. */
    private static final class Step {
        /** By group whose score it is, and by group. */
        private final double[][] d;
        /** What c has come to by then, likewise. */
        private final double[][] after;

        private final double[] q;
        /** The variances by way of the kind itself and of other kinds. */
        private final double[] first;

        private final double[] other;

        private Step(int groups) {
            this.d = new double[groups][groups];
            this.after = new double[groups][];
            this.q = new double[groups];
            this.first = new double[groups];
            this.other = new double[groups];
        }
    }

    GraySums(List<RiskTable> tables, String kind) {
        this.tables = tables;
        this.groups = tables.size();
        this.score = new double[groups];
        this.covariance = new double[groups][groups];
        this.waiting = IntStream.range(0, groups).mapToDouble(g -> 1).toArray();
        this.reached = new double[groups];
        this.c = new double[groups][groups];
        events(tables, kind).forEach((time, both) -> walk(time, both[0], both[1]));
        steps.forEach(this::addVariance);
    }

    /** Of each group the events of the kind and those of others, at each time at which there are any. */
    private static Map<Double, double[][]> events(List<RiskTable> tables, String kind) {
        Map<Double, double[][]> events = new TreeMap<>();
        for (int g = 0; g < tables.size(); g++) {
            int place = tables.get(g).kinds().indexOf(kind);
            for (RiskTable.Row row : tables.get(g).rows()) {
                if (row.events() > 0) {
                    double[][] both = events.computeIfAbsent(row.time(), time -> new double[2][tables.size()]);
                    both[0][g] = place < 0 ? 0 : row.eventsByKind().get(place);
                    both[1][g] = row.events() - both[0][g];
                }
            }
        }
        return events;
    }

    private void walk(double time, double[] came, double[] others) {
        double[] atRisk = new double[groups];
        double[] h = new double[groups];
        double[] weight = new double[groups];
        for (int g = 0; g < groups; g++) {
            atRisk[g] = tables.get(g).atRisk(time);
            h[g] = atRisk[g] > 0 ? atRisk[g] / waiting[g] : 0;
            weight[g] = h[g] * (1 - reached[g]);
        }
        double total = sum(weight);
        if (!(total > 0)) {
            return;
        }
        Step step = new Step(groups);
        double hazard = sum(came) / total;
        for (int k = 0; k < groups; k++) {
            score[k] += came[k] - weight[k] * hazard;
            for (int r = 0; r < groups; r++) {
                double own = 1 - reached[r];
                step.d[k][r] = own > 0 ? weight[k] * ((k == r ? 1 : 0) - weight[r] / total) / own : 0;
                c[k][r] += step.d[k][r] * hazard;
            }
            step.after[k] = c[k].clone();
        }
        double more = (1 - pooled) * hazard;
        pooled += more;
        for (int r = 0; r < groups; r++) {
            if (atRisk[r] > 0) {
                step.first[r] = more / h[r] * tied(sum(came), sum(h) * waiting[r]);
                step.other[r] = others[r] / (h[r] * h[r]) * tied(others[r], atRisk[r]);
                reached[r] += waiting[r] * came[r] / atRisk[r];
                waiting[r] *= 1 - (came[r] + others[r]) / atRisk[r];
                step.q[r] = waiting[r] > 0 ? (1 - pooled) / waiting[r] : 0;
            }
        }
        steps.add(step);
    }

    /** Events that come at once are drawn without putting back. */
    private static double tied(double events, double members) {
        return events > 1 && members > 1 ? Math.max(0, 1 - (events - 1) / (members - 1)) : 1;
    }

    private void addVariance(Step step) {
        double[][] last = steps.get(steps.size() - 1).after;
        for (int r = 0; r < groups; r++) {
            for (int k = 0; k < groups; k++) {
                for (int l = 0; l < groups; l++) {
                    double ahead = last[k][r] - step.after[k][r];
                    double other = last[l][r] - step.after[l][r];
                    double q = step.q[r];
                    covariance[k][l] +=
                            (step.d[k][r] + (1 - q) * ahead) * (step.d[l][r] + (1 - q) * other) * step.first[r]
                                    + q * ahead * q * other * step.other[r];
                }
            }
        }
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    List<Double> scores() {
        return Arrays.stream(score).boxed().toList();
    }

    /** Without the last group, whose score is what the others leave. */
    Optional<Double> chiSquare() {
        List<Integer> places = IntStream.range(0, groups - 1).boxed().toList();
        return places.isEmpty() ? Optional.empty() : QuadraticForm.of(places, score, covariance);
    }
}
