package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The mix of strata that rates are standardised to. It is always printed beside the rates. */
public sealed interface Standard {
    /** Everybody of all groups together: the default, which treats groups alike. */
    static Standard pooled() {
        return new Pooled();
    }

    /** The mix of one group. */
    static Standard of(String group) {
        return new OfGroup(group);
    }

    /** Each stratum counts the same. */
    static Standard equal() {
        return new Equal();
    }

    /** A fixed mix from elsewhere, such as a state's enrolment: so many by stratum. */
    static Standard fixed(String name, Map<String, Long> members) {
        return new Fixed(name, members);
    }

    /** What it is called. */
    String name();

    /** One weight per stratum of the strata, in their order. */
    List<Long> weights(Strata strata);

    /** Everybody of all groups together. */
    record Pooled() implements Standard {
        @Override
        public String name() {
            return "all groups together";
        }

        @Override
        public List<Long> weights(Strata strata) {
            return strata.strata().stream().map(stratum -> stratum.all().n()).toList();
        }
    }

    /**
     * The mix of one group.
     *
     * @param group its name
     */
    record OfGroup(String group) implements Standard {
        /** Refuses null. */
        public OfGroup {
            Objects.requireNonNull(group, "group");
        }

        @Override
        public String name() {
            return "the mix of " + group;
        }

        @Override
        public List<Long> weights(Strata strata) {
            int at = strata.indexOf(group);
            return strata.strata().stream()
                    .map(stratum -> stratum.shares().get(at).n())
                    .toList();
        }
    }

    /** Each stratum that has members counts the same. */
    record Equal() implements Standard {
        @Override
        public String name() {
            return "each stratum alike";
        }

        @Override
        public List<Long> weights(Strata strata) {
            return strata.strata().stream()
                    .map(stratum -> stratum.all().n() > 0 ? 1L : 0L)
                    .toList();
        }
    }

    /**
     * A fixed mix from elsewhere.
     *
     * @param name what it is called, with its source
     * @param members so many by stratum, 0 or more; a stratum it does not name has none
     */
    record Fixed(String name, Map<String, Long> members) implements Standard {
        /** Copies the members in their order; refuses negative numbers and a mix of nobody. */
        public Fixed {
            Objects.requireNonNull(name, "name");
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            if (members.values().stream().anyMatch(count -> count < 0)
                    || members.values().stream().allMatch(count -> count == 0)) {
                throw new IllegalArgumentException("members: must be 0 or more and some above, were " + members);
            }
        }

        /** Refuses strata that lack one of those named here. */
        @Override
        public List<Long> weights(Strata strata) {
            List<String> names = strata.strata().stream().map(Stratum::name).toList();
            List<String> unknown = new ArrayList<>(members.keySet());
            unknown.removeIf(stratum -> names.contains(stratum) || members.getOrDefault(stratum, 0L) == 0);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("strata: must have those of the standard, lack " + unknown);
            }
            return names.stream()
                    .map(stratum -> members.getOrDefault(stratum, 0L))
                    .toList();
        }
    }
}
