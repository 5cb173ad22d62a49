package org.waymark.core.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Unknown;

/**
 * Races and the Hispanic answer as one column of labels: {@code HISPANIC} joins the races of those who said so. Who named
 * no race and did not say to be Hispanic is not reported.
 */
final class RaceEthnicity {
    static final String NAME = "race_ethnicity";

    private static final String RACES = "races";
    private static final String HISPANIC = "hispanic";

    private RaceEthnicity() {}

    static boolean isKnownOf(Roster roster) {
        return roster.labelColumn(RACES) != null || roster.labelColumn(HISPANIC) != null;
    }

    static LabelColumn of(Roster roster) {
        LabelColumn races = roster.labelColumn(RACES);
        LabelColumn hispanic = roster.labelColumn(HISPANIC);
        Map<Labels, Integer> numbers = new LinkedHashMap<>();
        Codes codes = new Codes();
        for (int row = 0; row < roster.size(); row++) {
            Labels race = races == null ? Labels.NONE : races.get(row);
            boolean isHispanic = hispanic != null && hispanic.get(row).labels().contains("yes");
            codes.add(numbers.computeIfAbsent(together(race, isHispanic), labels -> numbers.size()));
        }
        return new LabelColumn(codes.trimmed(), new ArrayList<>(numbers.keySet()));
    }

    private static Labels together(Labels race, boolean isHispanic) {
        if (isHispanic) {
            List<String> all = new ArrayList<>(race.labels());
            all.add("HISPANIC");
            return Labels.of(all);
        }
        return race.labels().isEmpty() && race.unknown().isEmpty() ? Labels.unknown(Unknown.NOT_REPORTED) : race;
    }
}
