package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Members counted by two classifications at once, and whether the two have to do with each other.
 *
 * <p><b>Formula:</b> expected e = row total · column total / n; Pearson's X² = Σ (o - e)² / e; likelihood ratio G = 2 Σ o ln
 * (o / e); (r - 1)(c - 1) degrees of freedom. Cramér's V = √(X² / (n min(r - 1, c - 1))); Bergsma's correction takes (r -
 * 1)(c - 1) / (n - 1) from X² / n and shrinks r and c alike.
 *
 * <p><b>Unit:</b> chi-squares, p-values in [0, 1], V in [0, 1].
 *
 * <p><b>How to read it:</b> a small p-value says that so uneven a table would be rare if the classifications were
 * independent; V says how strong the association is, 0 none, 1 as strong as can be. With many members a tiny V has a tiny
 * p-value.
 *
 * <p><b>When it applies:</b> every member stands in one row and one column, members are independent. {@link #isDoubtful}
 * says where too many expected counts are small (Cochran's rule).
 *
 * <p><b>Edge cases:</b> rows and columns of nobody are left out first; with fewer than two rows or columns left there is no
 * statistic.
 *
 * <p><b>Source:</b> A. Agresti, Categorical Data Analysis (2013), chapter 3; W. G. Cochran, Biometrics 10 (1954) 417; W.
 * Bergsma, Journal of the Korean Statistical Society 42 (2013) 323.
 *
 * @param counts row by row, rows of the same length
 */
public record ContingencyTable(List<List<Long>> counts) implements Tabular {
    /** An expected count below this is small. */
    private static final double SMALL = 5;

    /** The part of expected counts that may be small. */
    private static final int ONE_IN = 5;

    /** Leaves out rows and columns of nobody; refuses rows of different length and negative counts. */
    public ContingencyTable {
        int width = counts.isEmpty() ? 0 : counts.get(0).size();
        if (counts.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("counts: rows must have the same length");
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts: must be 0 or more, were " + counts);
        }
        counts = withoutEmpty(counts, width);
    }

    private static List<List<Long>> withoutEmpty(List<List<Long>> counts, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            int column = c;
            if (counts.stream().anyMatch(row -> row.get(column) > 0)) {
                columns.add(c);
            }
        }
        return counts.stream()
                .filter(row -> row.stream().anyMatch(count -> count > 0))
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
    }

    /** The table of two rates: a row per group, successes and failures as columns. */
    public static ContingencyTable of(Share first, Share second) {
        return new ContingencyTable(List.of(List.of(first.yes(), first.no()), List.of(second.yes(), second.no())));
    }

    /** How many rows have members. */
    public int rows() {
        return counts.size();
    }

    /** How many columns have members. */
    public int columns() {
        return counts.isEmpty() ? 0 : counts.get(0).size();
    }

    /** How many members there are. */
    public long n() {
        return counts.stream().flatMap(List::stream).reduce(0L, Math::addExact);
    }

    /** (r - 1)(c - 1), of the rows and columns that have members. */
    public int degreesOfFreedom() {
        return Math.max(0, rows() - 1) * Math.max(0, columns() - 1);
    }

    /** Why there is no statistic; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (n() == 0) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        return degreesOfFreedom() == 0 ? Optional.of(Undefined.ZERO_VARIANCE) : Optional.empty();
    }

    /** The counts to expect if the classifications had nothing to do with each other. */
    public List<List<Double>> expected() {
        double n = n();
        List<Double> inColumn = new ArrayList<>();
        for (int c = 0; c < columns(); c++) {
            int column = c;
            inColumn.add(
                    (double) counts.stream().mapToLong(row -> row.get(column)).sum());
        }
        return counts.stream()
                .map(row -> (double) row.stream().mapToLong(Long::longValue).sum())
                .map(inRow ->
                        inColumn.stream().map(column -> inRow * column / n).toList())
                .toList();
    }

    /** The smallest expected count; empty if there is nobody. */
    public Optional<Double> minimumExpected() {
        return expected().stream().flatMap(List::stream).min(Double::compare);
    }

    /** Whether one expected count is below 1, or more than a fifth of them below 5. */
    public boolean isDoubtful() {
        List<Double> all = expected().stream().flatMap(List::stream).toList();
        long small = all.stream().filter(count -> count < SMALL).count();
        return all.stream().anyMatch(count -> count < 1) || small * ONE_IN > all.size();
    }

    /** Pearson's chi-square. */
    public Optional<Double> chiSquare() {
        return ifDefined((observed, expected) -> (observed - expected) * (observed - expected) / expected);
    }

    /** Pearson's chi-square with Yates's correction, of two rows and two columns only. */
    public Optional<Double> yatesChiSquare() {
        return twoByTwo().flatMap(TwoRatesTest::yatesChiSquare);
    }

    /** The likelihood-ratio statistic G. */
    public Optional<Double> g() {
        return ifDefined((observed, expected) -> observed == 0 ? 0 : 2 * observed * Math.log(observed / expected));
    }

    private Optional<Double> ifDefined(CellTerm term) {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        List<List<Double>> expected = expected();
        double sum = 0;
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                sum += term.of(counts.get(r).get(c), expected.get(r).get(c));
            }
        }
        return Optional.of(Math.max(0, sum));
    }

    private interface CellTerm {
        double of(double observed, double expected);
    }

    /** The p-value of a chi-square or a G of this table. */
    public Optional<Double> p(Optional<Double> statistic) {
        return statistic.map(
                value -> ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(value));
    }

    /** Cramér's V. */
    public Optional<Double> cramersV() {
        return chiSquare().map(chi -> Math.sqrt(chi / (n() * (Math.min(rows(), columns()) - 1.0))));
    }

    /** Cramér's V with Bergsma's correction for what chance alone would give; empty if there is one member only. */
    public Optional<Double> correctedCramersV() {
        double n = n();
        double shrunkRows = shrunk(rows(), n);
        double shrunkColumns = shrunk(columns(), n);
        double most = Math.min(shrunkRows, shrunkColumns) - 1;
        return chiSquare()
                .filter(chi -> n > 1 && most > 0)
                .map(chi -> Math.sqrt(Math.max(0, chi / n - degreesOfFreedom() / (n - 1)) / most));
    }

    private static double shrunk(int size, double n) {
        return size - (size - 1.0) * (size - 1.0) / (n - 1);
    }

    /** Pearson's contingency coefficient √(X² / (X² + n)). */
    public Optional<Double> contingencyCoefficient() {
        return chiSquare().map(chi -> Math.sqrt(chi / (chi + n())));
    }

    /** √(X² / n), of two rows and two columns only. */
    public Optional<Double> phi() {
        return twoByTwo().flatMap(two -> chiSquare()).map(chi -> Math.sqrt(chi / n()));
    }

    /** Fisher's exact p-value, two-sided, of two rows and two columns only. */
    public Optional<Double> fisher() {
        return twoByTwo().map(TwoRatesTest::fisher);
    }

    private Optional<TwoRatesTest> twoByTwo() {
        if (rows() != 2 || columns() != 2) {
            return Optional.empty();
        }
        return Optional.of(new TwoRatesTest(share(counts.get(0)), share(counts.get(1))));
    }

    private static Share share(List<Long> row) {
        return new Share(row.get(0), Math.addExact(row.get(0), row.get(1)));
    }

    /** The statistics and how strong the association is, each with its p-value or its caution. */
    @Override
    public Table toTable() {
        Map<String, Optional<Double>> statistics = new LinkedHashMap<>();
        statistics.put("Chi-square", chiSquare());
        statistics.put("Likelihood-ratio G", g());
        List<Figure> figures = new ArrayList<>();
        statistics.forEach((name, value) -> {
            figures.add(figure(name, value, degreesOfFreedom() + " degrees of freedom"));
            figures.add(figure("p-value of " + name, p(value), isDoubtful() ? "doubtful: small expected counts" : ""));
        });
        figures.add(figure("Cramér's V", cramersV(), ""));
        figures.add(figure("Cramér's V, corrected", correctedCramersV(), "Bergsma"));
        return Figure.table("Association", figures);
    }

    private Figure figure(String name, Optional<Double> value, String method) {
        Undefined why = undefined().orElse(Undefined.ZERO_DENOMINATOR);
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, why))
                .of(rows() + " x " + columns())
                .count("n", n())
                .method(method)
                .build();
    }

    /** The statistics, one a line. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
