package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.place.District;
import org.waymark.core.place.Esd;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedCell;
import org.waymark.io.published.PublishedTables;

/** Holds the profiles that are shipped to real files of their publishers, where those are at hand. */
class PublishedDataConformance {
    private static final LocalDate DAY = LocalDate.of(2020, 12, 14);
    private static final Dimension COUNTY = Dimension.of("county");
    private static final Dimension LOW_INCOME = Dimension.of("low_income");

    private static Loaded<PublishedTables> read(Profile profile, String file) throws IOException {
        return Published.reader(profile)
                .asOf(DAY)
                .read(Samples.need(Samples.data().resolve(file)));
    }

    private static Cell cell(Tally tally, List<String> labels, Dimension... axes) {
        return tally.by(tally.question().indicators().get(0), axes).stream()
                .filter(c -> c.labels().stream().map(Object::toString).toList().equals(labels))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void graduationOfWashingtonReadsEveryMarkAndRecomputesEveryRate() throws IOException {
        Loaded<PublishedTables> loaded = read(Profile.OSPI_GRADUATION, "wa_ospi_graduation_2019_snohomish_a.csv");
        assertTrue(loaded.isClean(), loaded.toString());
        PublishedTables tables = loaded.value();
        assertEquals(3612, tables.cells().size());
        assertEquals(4, tables.tallies().size());
        long shown = tables.cells().stream().filter(c -> !c.isMasked()).count();
        assertEquals(1419 + 228, shown);
        long empty = tables.cells().stream()
                .filter(c -> c.members().equals(Count.ZERO))
                .count();
        assertEquals(228, empty);
        long small = tables.cells().stream()
                .filter(c -> c.members().equals(Count.between(1, 9)))
                .count();
        // Where the place itself has fewer than ten, its total is the bound.
        assertEquals(1090, small);
        Tally four = tables.tally("2019 Four Year");
        Cell all = cell(four, List.of("Snohomish"), COUNTY);
        assertEquals("6933 of 8610", all.yes() + " of " + all.known());
        Cell low = cell(four, List.of("Snohomish", "Low-Income"), COUNTY, LOW_INCOME);
        assertEquals("2570 of 3621", low.yes() + " of " + low.known());
        Cell other = cell(four, List.of("Snohomish", "Non-Low Income"), COUNTY, LOW_INCOME);
        assertEquals("4363 of 4989", other.yes() + " of " + other.known());
        Dimension race = Dimension.of("race_ethnicity");
        Cell hispanic = cell(four, List.of("Snohomish", "Hispanic"), COUNTY, race);
        assertEquals("1087 of 1454", hispanic.yes() + " of " + hispanic.known());
        Cell women = cell(four, List.of("Snohomish", "F"), COUNTY, Students.GENDER);
        assertTrue(women.yes().low() > 0 && !women.yes().isExact(), women.toString());
        assertTrue(women.yes().low() <= 3500 && women.yes().high() >= 3500, women.toString());
    }

    @Test
    void ratesOfEdfactsAreBoundsThatHoldTheCohort() throws IOException {
        for (String year : List.of("2011-12", "2012-13", "2013-14")) {
            Loaded<PublishedTables> loaded =
                    read(Profile.EDFACTS_GRADUATION, "us_edfacts_acgr_school_wa_" + year + ".csv");
            assertTrue(loaded.isClean(), loaded.toString());
            assertEquals(1, loaded.value().tallies().size());
            for (PublishedCell cell : loaded.value().cells()) {
                assertTrue(cell.members().isExact() && cell.members().low() > 0);
                assertTrue(
                        cell.yes().high() <= cell.members().high() && cell.yes().low() >= 0);
                assertTrue(cell.yes().low() + cell.no().high() >= cell.members().low(), cell.toString());
            }
        }
        Tally tally = read(Profile.EDFACTS_GRADUATION, "us_edfacts_acgr_school_wa_2011-12.csv")
                .value()
                .tally("1112");
        Cell enumclaw = cell(tally, List.of("530000100379"), Dimension.of("school"));
        // 345 students and 88 %: from 87.5 % to 88.5 %.
        assertEquals(Count.between(302, 305), enumclaw.yes());
    }

    @Test
    void povertyHasEveryCountyWithMarginsAndNoHeadings() throws IOException {
        Loaded<PublishedTables> loaded = read(Profile.ACS_POVERTY, "us_acs_s1701_wa_counties_2019.csv");
        assertTrue(loaded.isClean(), loaded.toString());
        Tally tally = loaded.value().tally("");
        Cell adams = cell(tally, List.of("Adams County, Washington"), COUNTY);
        assertEquals("4951 of 19332", adams.yes() + " of " + adams.known());
        assertEquals(39, tally.by(tally.question().indicators().get(0), COUNTY).size());
        PublishedCell first = loaded.value().cells().get(0);
        assertEquals(Optional.of(53L), first.margins().members());
        assertEquals(Optional.of(876L), first.margins().yes());
        Cell bachelors = cell(
                tally,
                List.of("Adams County, Washington", "Population 25 years and over / Bachelor's degree or higher"),
                COUNTY,
                Dimension.of("educational_attainment"));
        assertEquals("74 of 1475", bachelors.yes() + " of " + bachelors.known());
    }

    @Test
    void directoryHasSchoolsInDistrictsInServiceDistricts() throws IOException {
        Loaded<Population> loaded = Published.reader(Profile.SCHOOL_DIRECTORY)
                .asOf(DAY)
                .readPlaces(Samples.need(Samples.data().resolve("wa_public_schools_directory.csv")));
        assertTrue(loaded.isClean(), loaded.toString());
        assertEquals(2552, loaded.value().stream(School.SCHEMA).count());
        assertEquals(9, loaded.value().stream(Esd.SCHEMA).count());
        Map<Boolean, Long> byEsd = loaded.value().stream(District.SCHEMA)
                .collect(java.util.stream.Collectors.partitioningBy(
                        d -> d.esd().isPresent(), java.util.stream.Collectors.counting()));
        assertTrue(byEsd.get(true) > 290, byEsd.toString());
    }
}
