package org.waymark.io.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.EsdId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.place.County;
import org.waymark.core.place.District;
import org.waymark.core.place.Esd;
import org.waymark.core.place.NcesLocale;
import org.waymark.core.place.School;
import org.waymark.core.place.SchoolLevel;
import org.waymark.core.population.Population;

/** Counties, districts and schools, each high school with an effect of its own on what its students reach. */
final class MadeUpPlaces {
    private static final String[] COUNTIES = {"Alder", "Birch", "Cedar", "Dogwood"};
    private static final String[] TREES = {
        "Ash", "Aspen", "Cherry", "Elm", "Fir", "Hazel", "Hemlock", "Juniper", "Larch", "Madrone", "Maple", "Oak",
        "Pine", "Rowan", "Spruce", "Willow"
    };

    private final List<District> districts = new ArrayList<>();
    private final List<School> schools = new ArrayList<>();
    private final List<School> elementary = new ArrayList<>();
    private final List<Double> effects = new ArrayList<>();
    private final int[] weights;

    MadeUpPlaces(int students, SplitMix random) {
        this(
                Math.max(6, Math.min(TREES.length, students / 2_000)),
                Math.max(Math.max(6, Math.min(TREES.length, students / 2_000)), Math.min(400, students / 900)),
                random);
    }

    /** So many districts and high schools, one each at least. */
    MadeUpPlaces(int districtCount, int schoolCount, SplitMix random) {
        for (int d = 0; d < districtCount; d++) {
            districts.add(District.builder()
                    .id(DistrictId.of(String.format(Locale.ROOT, "%05d", 6_001 + 37 * d)))
                    .name(name(d) + " School District")
                    .esd(EsdId.of("06801"))
                    .county(CountyId.of(COUNTIES[d % COUNTIES.length]))
                    .planAdopted(d % 4 == 3 ? Optional.empty() : Optional.of(LocalDate.of(2021 + d % 4, 10, 15)))
                    .build());
            elementary.add(School.builder()
                    .id(SchoolId.of(String.format(Locale.ROOT, "%04d", 2_101 + 13 * d)))
                    .name(name(d) + " Elementary and Middle School")
                    .district(districts.get(d).id())
                    .county(CountyId.of(COUNTIES[d % COUNTIES.length]))
                    .level(SchoolLevel.OTHER)
                    .build());
        }
        weights = new int[schoolCount];
        for (int s = 0; s < schoolCount; s++) {
            int d = s < districtCount ? s : random.weighted(districtWeights(districtCount));
            NcesLocale locale = locale(d, random);
            schools.add(School.builder()
                    .id(SchoolId.of(String.format(Locale.ROOT, "%04d", 1_101 + 13 * s)))
                    .name(name(d) + " High School " + (s / districtCount + 1))
                    .district(districts.get(d).id())
                    .county(CountyId.of(COUNTIES[d % COUNTIES.length]))
                    .locale(locale)
                    .level(SchoolLevel.HIGH)
                    .build());
            effects.add(0.35 * random.bell());
            weights[s] = locale.name().startsWith("RURAL") ? 2 + random.below(3) : 6 + random.below(8);
        }
    }

    private static String name(int district) {
        String tree = TREES[district % TREES.length];
        return district < TREES.length ? tree : tree + " " + (district / TREES.length + 1);
    }

    private static int[] districtWeights(int count) {
        int[] weights = new int[count];
        for (int d = 0; d < count; d++) {
            weights[d] = d % 3 == 0 ? 6 : 2;
        }
        return weights;
    }

    private static NcesLocale locale(int district, SplitMix random) {
        return switch (district % 6) {
            case 0 -> NcesLocale.CITY_MIDSIZE;
            case 1 -> random.chance(0.5) ? NcesLocale.RURAL_FRINGE : NcesLocale.RURAL_DISTANT;
            case 2 -> NcesLocale.TOWN_DISTANT;
            case 3 -> NcesLocale.SUBURB_LARGE;
            case 4 -> NcesLocale.RURAL_REMOTE;
            default -> NcesLocale.SUBURB_MIDSIZE;
        };
    }

    void addTo(Population.Builder builder) {
        builder.add(Esd.builder().id(EsdId.of("06801")).name("Made-up Region").build());
        for (String county : COUNTIES) {
            builder.add(County.builder()
                    .id(CountyId.of(county))
                    .name(county + " County")
                    .build());
        }
        builder.addAll(districts).addAll(schools).addAll(elementary);
    }

    List<District> districts() {
        return List.copyOf(districts);
    }

    int pick(SplitMix random) {
        return random.weighted(weights);
    }

    int size() {
        return schools.size();
    }

    SchoolId id(int school) {
        return schools.get(school).id();
    }

    /** The school of the same district that students go to before high school. */
    SchoolId before(int school) {
        Optional<DistrictId> district = schools.get(school).district();
        return elementary.stream()
                .filter(other -> other.district().equals(district))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String county(int school) {
        return schools.get(school).county().orElseThrow().value();
    }

    double effect(int school) {
        return effects.get(school);
    }

    boolean isRural(int school) {
        return schools.get(school).locale().orElseThrow().name().startsWith("RURAL");
    }
}
