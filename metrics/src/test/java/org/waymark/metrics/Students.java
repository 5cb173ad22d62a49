package org.waymark.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/** A few students of a made-up place, each in one of some kinds, and tallies of them along whatever axes. */
final class Students {
    static final Dimension SCHOOL = Dimension.of("school");
    static final Dimension DISTRICT = Dimension.of("district");
    static final Dimension RACE = Dimension.of("race");
    static final Dimension SEX = Dimension.of("sex");
    static final Indicator GRADUATED =
            Indicator.builder("g").success(Dimension.of("graduated").in("yes")).build();
    static final Indicator ENROLLED =
            Indicator.builder("e").success(Dimension.of("enrolled").in("yes")).build();
    private static final List<String> SCHOOLS = List.of("s1", "s2", "s3", "s4");
    private static final Map<String, String> DISTRICT_OF = new LinkedHashMap<>();

    static {
        DISTRICT_OF.put("s1", "d1");
        DISTRICT_OF.put("s2", "d1");
        DISTRICT_OF.put("s3", "d2");
        DISTRICT_OF.put("s4", "d2");
    }

    /** What all students of one kind have in common: year, school, race, sex, and how they fared. */
    record Kind(int year, String school, String race, String sex, boolean graduated, boolean enrolled) {
        String label(Axis axis) {
            return axis.equals(SCHOOL)
                    ? school
                    : axis.equals(DISTRICT) ? DISTRICT_OF.getOrDefault(school, "") : axis.equals(RACE) ? race : sex;
        }

        boolean succeeded(Indicator indicator) {
            return indicator.equals(GRADUATED) ? graduated : enrolled;
        }
    }

    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    /** Students at random: some schools are small, some races rare. */
    Students(int size, long seed) {
        for (int year : new int[] {2019, 2020}) {
            for (String school : SCHOOLS) {
                for (String race : List.of("a", "b", "c")) {
                    for (String sex : List.of("f", "m")) {
                        for (int outcome = 0; outcome < 4; outcome++) {
                            counts.put(new Kind(year, school, race, sex, outcome >= 2, outcome % 2 == 1), 0L);
                        }
                    }
                }
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            int school = (int) (4 * Math.pow(random.nextDouble(), 1.6));
            String race = random.nextInt(100) < 60 ? "a" : random.nextInt(100) < 75 ? "b" : "c";
            Kind kind = new Kind(
                    2019 + random.nextInt(2),
                    SCHOOLS.get(school),
                    race,
                    random.nextBoolean() ? "f" : "m",
                    random.nextInt(100) < 75,
                    random.nextInt(100) < 50);
            counts.merge(kind, 1L, Long::sum);
        }
    }

    List<Kind> kinds() {
        return List.copyOf(counts.keySet());
    }

    long of(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    static CohortDefinition classOf(int year) {
        return CohortDefinition.of("class of " + year, Dimension.of("class").in(Integer.toString(year)));
    }

    /** The classes of these years together. */
    Tally tally(List<Indicator> indicators, List<Integer> years, List<List<Axis>> crossings) {
        CohortDefinition of = years.stream()
                .map(Students::classOf)
                .reduce(CohortDefinition::pooledWith)
                .orElseThrow();
        List<List<Axis>> all = new ArrayList<>(crossings);
        all.add(0, List.of());
        List<Face> faces = new ArrayList<>();
        for (List<Axis> axes : all) {
            Face.Builder face = Face.builder(axes, indicators.size());
            counts.forEach((kind, count) -> {
                if (years.contains(kind.year())) {
                    List<Category> categories =
                            axes.stream().map(kind::label).map(Category::of).toList();
                    for (int i = 0; i < indicators.size(); i++) {
                        State state = kind.succeeded(indicators.get(i)) ? State.YES : State.NO;
                        face.add(categories, i, state, Count.of(count));
                    }
                }
            });
            faces.add(face.build());
        }
        long size = counts.entrySet().stream()
                .filter(entry -> years.contains(entry.getKey().year()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Tally.of(
                Question.of(of, indicators, new Faces(crossings), LocalDate.of(2026, 6, 30)),
                new CohortLog(size, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                faces,
                List.of(new Hierarchy(SCHOOL, DISTRICT, DISTRICT_OF, Optional.empty())));
    }
}
