package org.waymark.core.tally;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a regression needs to know of rows of numbers, by group and, if asked, by cluster: {@link Moments}. It is additive
 * like a {@link Tally}: parts of the data, or years, add up to the whole exactly.
 *
 * <p>Numbers are exact decimals of a fixed number of places; a yes or no is 1 or 0. Rows that lack a number are not in the
 * sums, only how many they are.
 */
public final class MomentTally {
    private record Key(String group, String cluster) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byGroup = group.compareTo(other.group);
            return byGroup != 0 ? byGroup : cluster.compareTo(other.cluster);
        }
    }

    private final List<String> variables;
    private final int places;
    private final boolean clustered;
    private final Map<Key, Moments> moments;
    private final Map<String, Long> leftOut;

    private MomentTally(
            List<String> variables,
            int places,
            boolean clustered,
            Map<Key, Moments> moments,
            Map<String, Long> leftOut) {
        this.variables = variables;
        this.places = places;
        this.clustered = clustered;
        this.moments = moments;
        this.leftOut = leftOut;
    }

    /** Starts a tally of rows of these variables, by name. */
    public static Builder of(String... variables) {
        return new Builder(List.of(variables));
    }

    /** The variables in order. */
    public List<String> variables() {
        return variables;
    }

    /** Where a variable stands in {@link Moments#sum}, from 1. */
    public int position(String variable) {
        int at = variables.indexOf(variable);
        if (at < 0) {
            throw new IllegalArgumentException("variable: must be one of " + variables + ", was " + variable);
        }
        return at + 1;
    }

    /** How many decimal places numbers have. */
    public int places() {
        return places;
    }

    /** Whether the sums are kept by cluster. */
    public boolean isClustered() {
        return clustered;
    }

    /** The groups, by name. */
    public List<String> groups() {
        TreeSet<String> groups = new TreeSet<>(leftOut.keySet());
        moments.keySet().forEach(key -> groups.add(key.group()));
        return List.copyOf(new ArrayList<>(groups));
    }

    /** The clusters in which a group has rows, by name; empty if sums are not kept by cluster. */
    public List<String> clusters(String group) {
        return !clustered
                ? List.of()
                : moments.keySet().stream()
                        .filter(key -> key.group().equals(group))
                        .map(Key::cluster)
                        .toList();
    }

    /** The sums of a group. */
    public Moments moments(String group) {
        Moments sum = none();
        for (Map.Entry<Key, Moments> entry : moments.entrySet()) {
            sum = entry.getKey().group().equals(group) ? sum.plus(entry.getValue()) : sum;
        }
        return sum;
    }

    /** The sums of a group in a cluster. */
    public Moments moments(String group, String cluster) {
        return moments.getOrDefault(new Key(group, cluster), none());
    }

    private Moments none() {
        return new MomentSums(variables.size(), order()).moments(places);
    }

    private int order() {
        return clustered ? Moments.SECOND : Moments.FOURTH;
    }

    /** How many rows of a group lacked a number and are not in the sums. */
    public long leftOut(String group) {
        return leftOut.getOrDefault(group, 0L);
    }

    /**
     * The sums of both.
     *
     * @throws IllegalArgumentException if the other is of other variables, places or clusters
     */
    public MomentTally plus(MomentTally other) {
        if (!variables.equals(other.variables) || places != other.places || clustered != other.clustered) {
            throw new IllegalArgumentException("other: must be of the same variables, places and clusters, was "
                    + other.variables + " of " + other.places + " places");
        }
        Map<Key, Moments> both = new TreeMap<>(moments);
        other.moments.forEach((key, sums) -> both.merge(key, sums, Moments::plus));
        Map<String, Long> out = new TreeMap<>(leftOut);
        other.leftOut.forEach((group, count) -> out.merge(group, count, Math::addExact));
        return new MomentTally(variables, places, clustered, both, out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MomentTally that
                && variables.equals(that.variables)
                && places == that.places
                && clustered == that.clustered
                && moments.equals(that.moments)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variables, places, clustered, moments);
    }

    /** How many rows each group has, and the means. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String group : groups()) {
            Moments sums = moments(group);
            text.append(group).append(": ").append(sums.n()).append(" rows");
            text.append(leftOut(group) == 0 ? "" : ", " + leftOut(group) + " left out");
            for (String variable : sums.n() == 0 ? List.<String>of() : variables) {
                BigDecimal mean =
                        sums.sum(position(variable)).divide(BigDecimal.valueOf(sums.n()), MathContext.DECIMAL32);
                text.append(", ")
                        .append(variable)
                        .append(' ')
                        .append(mean.stripTrailingZeros().toPlainString());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Collects rows, in any order. */
    public static final class Builder {
        /** More places than this and a number of ordinary size is no long. */
        private static final int MOST_PLACES = 9;

        private final List<String> variables;
        private int places = 4;
        private boolean clustered;
        private final Map<Key, MomentSums> sums = new TreeMap<>();
        private final Map<String, Long> leftOut = new TreeMap<>();

        private Builder(List<String> variables) {
            if (variables.isEmpty() || variables.stream().distinct().count() != variables.size()) {
                throw new IllegalArgumentException("variables: must be some and differ, were " + variables);
            }
            this.variables = variables;
        }

        /** How many decimal places numbers have, 0 to 9; 4 unless said. To be said before the first row. */
        public Builder places(int count) {
            if (count < 0 || count > MOST_PLACES) {
                throw new IllegalArgumentException("places: must lie in 0 to " + MOST_PLACES + ", was " + count);
            }
            refuseRows();
            this.places = count;
            return this;
        }

        /** Keeps sums by cluster, so that standard errors can know of them. To be said before the first row. */
        public Builder byCluster() {
            refuseRows();
            this.clustered = true;
            return this;
        }

        private void refuseRows() {
            if (!sums.isEmpty()) {
                throw new IllegalStateException("rows: were added already");
            }
        }

        /** Adds a row of a group; refuses numbers of more places. */
        public Builder add(String group, List<BigDecimal> values) {
            if (clustered) {
                throw new IllegalStateException("cluster: must be named, sums are kept by cluster");
            }
            return put(group, "", values, 1);
        }

        /** Adds a row of a group in a cluster. */
        public Builder add(String group, String cluster, List<BigDecimal> values) {
            if (!clustered) {
                throw new IllegalStateException("cluster: sums are not kept by cluster, say byCluster() first");
            }
            return put(group, cluster, values, 1);
        }

        /** Adds so many rows of a group that are alike, with the cluster if sums are kept by cluster. */
        public Builder add(String group, Optional<String> cluster, List<BigDecimal> values, long times) {
            if (cluster.isPresent() != clustered) {
                throw new IllegalArgumentException("cluster: must be named just if sums are kept by cluster");
            }
            return put(group, cluster.orElse(""), values, times);
        }

        /**
         * Adds a row of whole numbers, each the number times ten to the power of the places, with the cluster if sums are
         * kept by cluster. The array may be used again.
         */
        public Builder addScaled(String group, Optional<String> cluster, long[] values) {
            if (cluster.isPresent() != clustered || values.length != variables.size()) {
                throw new IllegalArgumentException(
                        "values: must be one per variable, with a cluster just if sums are kept by cluster");
            }
            sums(group, cluster.orElse("")).add(values, 1);
            return this;
        }

        private MomentSums sums(String group, String cluster) {
            return sums.computeIfAbsent(new Key(group, cluster), key -> new MomentSums(variables.size(), order()));
        }

        private Builder put(String group, String cluster, List<BigDecimal> values, long times) {
            if (times < 0) {
                throw new IllegalArgumentException("times: must be 0 or more, was " + times);
            }
            if (values.size() != variables.size()) {
                throw new IllegalArgumentException(
                        "values: must be one per variable, " + variables.size() + ", were " + values.size());
            }
            long[] whole = new long[values.size()];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = whole(variables.get(i), values.get(i));
            }
            sums(group, cluster).add(whole, times);
            return this;
        }

        private long whole(String variable, BigDecimal value) {
            try {
                return value.movePointRight(places).longValueExact();
            } catch (ArithmeticException tooFine) {
                throw new IllegalArgumentException(
                        variable + ": must have at most " + places + " decimal places and fit, had " + value.scale(),
                        tooFine);
            }
        }

        private int order() {
            return clustered ? Moments.SECOND : Moments.FOURTH;
        }

        /** Counts a row of a group that lacks a number. */
        public Builder leaveOut(String group) {
            return leaveOut(group, 1);
        }

        /** Counts so many rows of a group that lack a number. */
        public Builder leaveOut(String group, long times) {
            if (times > 0) {
                leftOut.merge(group, times, Math::addExact);
            }
            return this;
        }

        /** The tally. */
        public MomentTally build() {
            Map<Key, Moments> built = new TreeMap<>();
            sums.forEach((key, sum) -> built.put(key, sum.moments(places)));
            return new MomentTally(
                    variables, places, clustered, Collections.unmodifiableMap(built), new TreeMap<>(leftOut));
        }
    }
}
