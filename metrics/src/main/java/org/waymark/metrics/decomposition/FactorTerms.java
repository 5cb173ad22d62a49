package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Coefficients and means by name, the constant first; those of factors measured from the mean of their categories, with the
 * category left out as a term of its own at the end.
 */
final class FactorTerms {
    private final List<String> names = new ArrayList<>();
    private final List<Optional<String>> factors = new ArrayList<>();
    private final List<Double> coefficients = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();

    FactorTerms(OaxacaBlinder asked, double[] coefficients, double[] means) {
        add("(constant)", Optional.empty(), coefficients[0], means[0]);
        for (int i = 0; i < asked.variables().size(); i++) {
            add(asked.variables().get(i), Optional.empty(), coefficients[i + 1], means[i + 1]);
        }
        asked.factors().forEach(this::measureFromTheMean);
    }

    private void add(String name, Optional<String> factor, double coefficient, double mean) {
        names.add(name);
        factors.add(factor);
        coefficients.add(coefficient);
        means.add(mean);
    }

    private void measureFromTheMean(Factor factor) {
        List<Integer> places = factor.variables().stream().map(names::indexOf).toList();
        double centre = places.stream().mapToDouble(coefficients::get).sum() / (places.size() + 1);
        double left = 1 - places.stream().mapToDouble(means::get).sum();
        for (int place : places) {
            coefficients.set(place, coefficients.get(place) - centre);
            factors.set(place, Optional.of(factor.name()));
        }
        coefficients.set(0, coefficients.get(0) + centre);
        add(factor.base(), Optional.of(factor.name()), -centre, left);
    }

    List<String> names() {
        return names;
    }

    List<Optional<String>> factors() {
        return factors;
    }

    List<Double> coefficients() {
        return coefficients;
    }

    List<Double> means() {
        return means;
    }
}
