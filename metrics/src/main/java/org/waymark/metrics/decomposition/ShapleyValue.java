package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;

/** What each factor adds to the difference of two products: the mean over all orders in which factors can be replaced. */
final class ShapleyValue {
    private ShapleyValue() {}

    /** One value per stage; both groups must have a rate at each. */
    static List<Double> of(List<PipelineStage> stages) {
        List<Double> parts = new ArrayList<>();
        for (PipelineStage stage : stages) {
            double own = stage.first().value() - stage.second().value();
            List<PipelineStage> others = new ArrayList<>(stages);
            others.remove(parts.size());
            parts.add(own * mean(others));
        }
        return parts;
    }

    /**
     * The mean, over all orders, of the product of the others' rates, those before in the order being the first group's. The
     * coefficients of Π (p₂ + p₁ t) sum the products by how many are the first group's, and each number of them is as
     * likely as any other; so it takes the square of the number of stages, not two to its power.
     */
    private static double mean(List<PipelineStage> others) {
        double[] byFirst = new double[others.size() + 1];
        byFirst[0] = 1;
        for (int taken = 0; taken < others.size(); taken++) {
            double one = others.get(taken).first().value();
            double two = others.get(taken).second().value();
            for (int k = taken + 1; k >= 0; k--) {
                byFirst[k] = byFirst[k] * two + (k > 0 ? byFirst[k - 1] * one : 0);
            }
        }
        double mean = 0;
        double ways = 1;
        for (int k = 0; k < byFirst.length; k++) {
            mean += byFirst[k] / (ways * byFirst.length);
            ways = ways * (others.size() - k) / (k + 1);
        }
        return mean;
    }
}
