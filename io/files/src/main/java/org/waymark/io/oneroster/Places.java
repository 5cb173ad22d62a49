package org.waymark.io.oneroster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;

/** The organisations: schools, districts, and what lies in them. */
final class Places {
    private static final int DEEPEST = 20;

    private record Org(String id, String name, String type, String parent) {}

    private final Map<String, Org> orgs = new LinkedHashMap<>();

    void add(DataFile.Row row) {
        orgs.put(row.id(), new Org(row.id(), row.text("name"), row.text("type"), row.text("parentSourcedId")));
    }

    /** The school that an organisation is or lies in. */
    Optional<String> schoolOf(String org) {
        return above(org, "school", "school");
    }

    /** Up the chain of parents, which may be broken or run in a circle. */
    private Optional<String> above(String id, String type, String other) {
        Org org = orgs.get(id);
        for (int i = 0; i < DEEPEST && org != null; i++) {
            if (org.type().equals(type) || org.type().equals(other)) {
                return Optional.of(org.id());
            }
            org = orgs.get(org.parent());
        }
        return Optional.empty();
    }

    void addTo(Population.Builder builder) {
        for (Org org : orgs.values()) {
            if (org.type().equals("district") || org.type().equals("local")) {
                builder.add(District.builder()
                        .id(DistrictId.of(org.id()))
                        .name(named(org))
                        .build());
            }
        }
        for (Org org : orgs.values()) {
            if (org.type().equals("school")) {
                builder.add(School.builder()
                        .id(SchoolId.of(org.id()))
                        .name(named(org))
                        .district(above(org.id(), "district", "local").map(DistrictId::of))
                        .build());
            }
        }
    }

    private static Optional<String> named(Org org) {
        return org.name().isEmpty() ? Optional.empty() : Optional.of(org.name());
    }
}
