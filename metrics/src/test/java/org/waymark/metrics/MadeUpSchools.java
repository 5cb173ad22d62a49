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

/** Counts of a made-up state by district, school, race and income. */
final class MadeUpSchools {
    static final Dimension SCHOOL = Dimension.of("school");
    static final Dimension DISTRICT = Dimension.of("district");
    static final Dimension RACE = Dimension.of("race");
    static final Dimension INCOME = Dimension.of("income");

    private MadeUpSchools() {}

    /** One class: schools of very different sizes, ten groups of which some are rare nearly everywhere. */
    static Tally year(int districts, int schools, int races, int year, long seed) {
        SplittableRandom random = new SplittableRandom(seed + year);
        Map<String, String> districtOf = new LinkedHashMap<>();
        List<List<Axis>> crossings = List.of(
                List.of(DISTRICT),
                List.of(SCHOOL),
                List.of(RACE),
                List.of(INCOME),
                List.of(DISTRICT, RACE),
                List.of(SCHOOL, RACE),
                List.of(DISTRICT, INCOME),
                List.of(SCHOOL, INCOME));
        Map<List<Axis>, Map<List<String>, long[]>> counts = new LinkedHashMap<>();
        counts.put(List.of(), new LinkedHashMap<>());
        crossings.forEach(axes -> counts.put(axes, new LinkedHashMap<>()));
        long size = 0;
        for (int s = 0; s < schools; s++) {
            String school = String.format(java.util.Locale.ROOT, "s%04d", s);
            String district =
                    String.format(java.util.Locale.ROOT, "d%03d", s < districts ? s : random.nextInt(districts));
            districtOf.put(school, district);
            int students = (int) Math.exp(2 + 4 * random.nextDouble());
            size += students;
            for (int i = 0; i < students; i++) {
                double where = random.nextDouble();
                String race = "r" + (int) (races * where * where * where);
                String income = random.nextInt(100) < 45 ? "low" : "not low";
                boolean yes = random.nextInt(100) < 80;
                Map<Axis, String> labels = new LinkedHashMap<>();
                labels.put(DISTRICT, district);
                labels.put(SCHOOL, school);
                labels.put(RACE, race);
                labels.put(INCOME, income);
                counts.forEach((axes, cells) -> cells.computeIfAbsent(
                                axes.stream().map(labels::get).toList(), key -> new long[2])[yes ? 0 : 1]++);
            }
        }
        Question question = Question.of(
                CohortDefinition.of("class of " + year, Dimension.of("class").in(Integer.toString(year))),
                List.of(Tallies.ASKED),
                new Faces(crossings),
                LocalDate.of(2026, 6, 30));
        List<Face> faces = new ArrayList<>();
        counts.forEach((axes, cells) -> {
            Face.Builder face = Face.builder(axes, 1);
            cells.forEach((labels, yesNo) -> {
                List<Category> categories = labels.stream().map(Category::of).toList();
                face.add(categories, 0, State.YES, Count.of(yesNo[0]));
                face.add(categories, 0, State.NO, Count.of(yesNo[1]));
            });
            faces.add(face.build());
        });
        return Tally.of(
                question,
                new CohortLog(size, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                faces,
                List.of(new Hierarchy(SCHOOL, DISTRICT, districtOf, Optional.empty())));
    }
}
