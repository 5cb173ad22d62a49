package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a {@link LogRank} adds up over times and strata. */
final class LogRankSums {
    private final long[] members;
    private final double[] observed;
    private final double[] expected;
    private final double[][] covariance;

    LogRankSums(int groups) {
        members = new long[groups];
        observed = new double[groups];
        expected = new double[groups];
        covariance = new double[groups][groups];
    }

    void add(List<RiskTable> groups, double rho) {
        TreeSet<Double> times = new TreeSet<>();
        List<KaplanMeier> curves = new ArrayList<>();
        for (int g = 0; g < members.length; g++) {
            members[g] += groups.get(g).members();
            curves.add(KaplanMeier.of(groups.get(g)));
            groups.get(g).rows().stream().filter(row -> row.events() > 0).forEach(row -> times.add(row.time()));
        }
        double survival = 1;
        for (double time : times) {
            double[] atRisk = new double[members.length];
            double[] events = new double[members.length];
            double all = 0;
            double came = 0;
            for (int g = 0; g < members.length; g++) {
                atRisk[g] = groups.get(g).atRisk(time);
                KaplanMeier.Step step = curves.get(g).at(time);
                events[g] = step.time() == time ? step.events() : 0;
                all += atRisk[g];
                came += events[g];
            }
            add(atRisk, events, all, came, rho == 0 ? 1 : Math.pow(survival, rho));
            survival *= (all - came) / all;
        }
    }

    private void add(double[] atRisk, double[] events, double all, double came, double weight) {
        double spread = all > 1 ? weight * weight * came * (all - came) / (all - 1) : 0;
        for (int g = 0; g < atRisk.length; g++) {
            double share = atRisk[g] / all;
            observed[g] += weight * events[g];
            expected[g] += weight * came * share;
            for (int h = 0; h < atRisk.length; h++) {
                covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / all);
            }
        }
    }

    List<LogRank.Group> groups() {
        List<LogRank.Group> groups = new ArrayList<>();
        for (int g = 0; g < members.length; g++) {
            groups.add(new LogRank.Group(members[g], observed[g], expected[g], covariance[g][g]));
        }
        return groups;
    }

    /** The places of the groups that were at risk when some event came. */
    List<Integer> atRisk() {
        List<Integer> places = new ArrayList<>();
        for (int g = 0; g < members.length; g++) {
            if (expected[g] > 0) {
                places.add(g);
            }
        }
        return places;
    }

    Optional<Double> chiSquare() {
        List<Integer> places = atRisk();
        int size = places.size() - 1;
        if (size < 1) {
            return Optional.empty();
        }
        return QuadraticForm.of(places.subList(0, size), difference(), covariance);
    }

    private double[] difference() {
        double[] difference = new double[members.length];
        for (int g = 0; g < members.length; g++) {
            difference[g] = observed[g] - expected[g];
        }
        return difference;
    }
}
