package org.waymark.metrics.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.credential.Credential;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.CredentialId;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.measure.Tabular;

/**
 * Where programs that lead to a credential are within reach.
 *
 * <p><b>Formula:</b> a program is within reach of a school if its provider is the school, the school's district or the
 * district's educational service district. <b>Unit:</b> programs by county; schools. <b>How to read it:</b> a school with none
 * leaves its students without an option; {@link Careers#inReach} counts them, by group. <b>When it applies:</b> to programs
 * whose provider is told by the id of a place. <b>Edge cases:</b> programs of other providers stand in a row of their own and
 * are within reach of nobody as far as can be told. <b>Source:</b> Washington Alliance for Better Schools, access to
 * post-secondary certification options; Washington STEM, STEM in every region.
 *
 * @param counties one row per county, in the order of the population, then the programs of no place
 * @param schools the schools with an option within reach
 * @param withoutOption the schools with none
 */
public record ProgramAccess(List<Place> counties, List<String> schools, List<String> withoutOption) implements Tabular {
    /**
     * The programs of one county.
     *
     * @param name the county, or what stands for no place
     * @param programs how many programs
     * @param toCredential how many of them lead to a credential
     * @param stem how many of them lead to one in science, technology, engineering or mathematics
     */
    public record Place(String name, long programs, long toCredential, long stem) {}

    /** Copies the lists. */
    public ProgramAccess {
        counties = List.copyOf(counties);
        schools = List.copyOf(schools);
        withoutOption = List.copyOf(withoutOption);
    }

    /** What the population's programs bring within reach of its schools. */
    public static ProgramAccess of(Population population) {
        Map<CredentialId, Credential> credentials = new LinkedHashMap<>();
        population.stream(Credential.SCHEMA).forEach(one -> credentials.put(one.id(), one));
        Map<String, District> districts = new LinkedHashMap<>();
        population.stream(District.SCHEMA).forEach(one -> districts.put(one.id().value(), one));
        List<School> schools = population.stream(School.SCHEMA).toList();
        Map<String, List<Program>> byCounty = new LinkedHashMap<>();
        Set<String> providers = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        districts.values().forEach(one -> one.county().ifPresent(county -> known.add(county.value())));
        known.forEach(county -> byCounty.put(county, new ArrayList<>()));
        for (Program program : population.stream(Program.SCHEMA).toList()) {
            String provider = program.provider().orElse("");
            if (program.credential().isPresent()) {
                providers.add(provider);
            }
            String county = county(provider, districts, schools).orElse("no place of the region");
            byCounty.computeIfAbsent(county, c -> new ArrayList<>()).add(program);
        }
        List<Place> places = new ArrayList<>();
        byCounty.forEach((county, programs) -> places.add(new Place(
                county,
                programs.size(),
                programs.stream().filter(one -> one.credential().isPresent()).count(),
                programs.stream()
                        .filter(one -> one.credential()
                                .flatMap(id -> Optional.ofNullable(credentials.get(id)))
                                .flatMap(Credential::stem)
                                .orElse(false))
                        .count())));
        List<String> with = new ArrayList<>();
        List<String> without = new ArrayList<>();
        schools.forEach(school -> (isReached(school, districts, providers) ? with : without)
                .add(school.id().value()));
        return new ProgramAccess(places, with, without);
    }

    private static Optional<String> county(String provider, Map<String, District> districts, List<School> schools) {
        Optional<CountyId> ofDistrict =
                Optional.ofNullable(districts.get(provider)).flatMap(District::county);
        return ofDistrict
                .or(() -> schools.stream()
                        .filter(school -> school.id().value().equals(provider))
                        .findFirst()
                        .flatMap(School::county))
                .map(CountyId::value);
    }

    private static boolean isReached(School school, Map<String, District> districts, Set<String> providers) {
        Optional<String> district = school.district().map(id -> id.value());
        Optional<String> esd = district.flatMap(id -> Optional.ofNullable(districts.get(id)))
                .flatMap(District::esd)
                .map(id -> id.value());
        return providers.contains(school.id().value())
                || district.filter(providers::contains).isPresent()
                || esd.filter(providers::contains).isPresent();
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Programs by county")
                .column(Column.text("county", "where the provider is"))
                .column(Column.count("programs", "how many programs"))
                .column(Column.count("to_credential", "how many of them lead to a credential"))
                .column(Column.count("stem", "how many of them lead to one in STEM"))
                .column(Column.share("share_stem", "of all programs of the county"));
        for (Place place : counties) {
            table.row(
                    Datum.text(place.name),
                    Datum.whole(place.programs),
                    Datum.whole(place.toCredential),
                    Datum.whole(place.stem),
                    place.programs == 0
                            ? Datum.missing("no program")
                            : Datum.real((double) place.stem / place.programs));
        }
        return table.note(schools.size() + " of " + (schools.size() + withoutOption.size())
                        + " schools have a program to a credential within reach.")
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
