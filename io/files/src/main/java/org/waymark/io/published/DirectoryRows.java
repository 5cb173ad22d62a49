package org.waymark.io.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.HeadedRows;

/** Takes the rows of a directory of schools. */
final class DirectoryRows implements HeadedRows.Reading {
    private static final List<Integer> LOCALES = List.of(11, 12, 13, 21, 22, 23, 31, 32, 33, 41, 42, 43);

    private final Profile profile;
    private final String source;
    private final FindingLog findings;
    private final Map<String, School> schools = new LinkedHashMap<>();
    private final Map<String, District> districts = new LinkedHashMap<>();
    private final Map<String, Esd> esds = new LinkedHashMap<>();
    private final Map<String, County> counties = new LinkedHashMap<>();
    private long line;

    DirectoryRows(Profile profile, String source, FindingLog findings) {
        this.profile = profile;
        this.source = source;
        this.findings = findings;
    }

    @Override
    public List<String> names(List<String> headers, long headerLine) {
        List<String> names = new ArrayList<>();
        for (String header : headers) {
            String found = "";
            for (Profile.Entry entry : profile.entries()) {
                for (String form : entry.header().split("\\|", -1)) {
                    found = found.isEmpty() && !form.isEmpty() && form.equalsIgnoreCase(header) ? entry.as() : found;
                }
            }
            names.add(found);
        }
        if (!names.contains("school")) {
            findings.add(Finding.error(
                    Reason.MISSING_COLUMN, source, headerLine, "", "a column of school ids; no school was read"));
        }
        return names;
    }

    @Override
    public void row(HeadedRows.Row row) {
        line = row.line();
        Optional<String> county = given(row, "county");
        county.ifPresent(id -> counties.putIfAbsent(
                id, County.builder().id(CountyId.of(id)).name(id).build()));
        Optional<String> esd = given(row, "esd");
        esd.ifPresent(id -> esds.putIfAbsent(
                id, Esd.builder().id(EsdId.of(id)).name(given(row, "esd-name")).build()));
        Optional<String> district = given(row, "district");
        district.ifPresent(id -> districts.putIfAbsent(
                id,
                District.builder()
                        .id(DistrictId.of(id))
                        .name(given(row, "district-name"))
                        .esd(esd.map(EsdId::of))
                        .build()));
        Optional<String> school = given(row, "school");
        if (school.isEmpty()) {
            findings.add(
                    Finding.error(Reason.MISSING_VALUE, source, line, "school", "the id of a school; it was left out"));
        } else if (schools.containsKey(school.get())) {
            findings.add(Finding.error(
                    Reason.DUPLICATE_ID, source, line, "school", "an id that no row before has; it was left out"));
        } else {
            schools.put(
                    school.get(),
                    School.builder()
                            .id(SchoolId.of(school.get()))
                            .name(given(row, "school-name"))
                            .district(district.map(DistrictId::of))
                            .county(county.map(CountyId::of))
                            .locale(locale(row.get("locale")))
                            .level(level(row.get("school-level")))
                            .build());
        }
    }

    private Optional<String> given(HeadedRows.Row row, String as) {
        String text = row.get(as);
        boolean missing =
                profile.all("missing").stream().anyMatch(entry -> entry.value().equals(text));
        return text.isEmpty() || missing ? Optional.empty() : Optional.of(text);
    }

    /** A locale by its code, alone or before its words. */
    private Optional<NcesLocale> locale(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String code = text.length() < 2 ? "" : text.substring(0, 2);
        int at = code.matches("\\d\\d") ? LOCALES.indexOf(Integer.parseInt(code)) : -1;
        if (at < 0 || text.length() > 2 && Character.isDigit(text.charAt(2))) {
            findings.add(Finding.warning(
                    Reason.UNKNOWN_LABEL, source, line, "locale", "a code of a locale, one of " + LOCALES));
            return Optional.empty();
        }
        return Optional.of(NcesLocale.values()[at]);
    }

    private static Optional<SchoolLevel> level(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.startsWith("elementary") || words.equals("primary")) {
            return Optional.of(SchoolLevel.ELEMENTARY);
        } else if (words.startsWith("middle")) {
            return Optional.of(SchoolLevel.MIDDLE);
        }
        return Optional.of(words.startsWith("high") ? SchoolLevel.HIGH : SchoolLevel.OTHER);
    }

    void addTo(Population.Builder builder) {
        builder.addAll(esds.values());
        builder.addAll(counties.values());
        builder.addAll(districts.values());
        builder.addAll(schools.values());
    }
}
