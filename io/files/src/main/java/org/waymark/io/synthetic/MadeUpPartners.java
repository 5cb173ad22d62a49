package org.waymark.io.synthetic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waymark.core.id.EngagementId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.id.StudentId;
import org.waymark.core.partner.Engagement;
import org.waymark.core.partner.EngagementKind;
import org.waymark.core.partner.Mode;
import org.waymark.core.partner.Partner;
import org.waymark.core.partner.PartnerKind;
import org.waymark.core.partner.PartnerSpell;
import org.waymark.core.partner.Professional;
import org.waymark.core.population.Population;

/** Partners, their people, and what they do with students, more of it from year to year. */
final class MadeUpPartners {
    private static final String[] INDUSTRIES = {"health", "manufacturing", "construction", "information technology"};
    private static final String[] IDENTITIES = {"HISPANIC", "WHITE", "BLACK", "ASIAN", "AIAN"};
    private static final int FIRST_YEAR = 2019;

    private final MadeUpPlaces places;
    private final SplitMix random;
    private final SplitMix whoMeets;
    private final int students;

    MadeUpPartners(MadeUpPlaces places, SplitMix random, int students) {
        this.places = places;
        this.random = random;
        this.whoMeets = new SplitMix(random.state() ^ MadeUpLives.OWN);
        this.students = students;
    }

    void addTo(Population.Builder builder) {
        int count = 60 + 12 * places.size();
        List<Object> partners = new ArrayList<>();
        List<Object> spells = new ArrayList<>();
        List<Object> people = new ArrayList<>();
        List<Object> engagements = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            PartnerId id = PartnerId.of(String.format(Locale.ROOT, "P%04d", p + 1));
            String industry = INDUSTRIES[random.below(INDUSTRIES.length)];
            partners.add(Partner.builder()
                    .id(id)
                    .name("Partner " + (p + 1))
                    .kind(PartnerKind.values()[random.weighted(70, 5, 5, 5, 15)])
                    .industry(industry)
                    .build());
            ProfessionalId person = ProfessionalId.of(String.format(Locale.ROOT, "R%04d", p + 1));
            Professional.Builder professional =
                    Professional.builder().id(person).partner(id).role("mentor");
            if (random.chance(0.7)) {
                professional.addIdentities(IDENTITIES[random.weighted(12, 70, 6, 10, 2)]);
            }
            people.add(professional.build());
            for (int year = FIRST_YEAR; year < 2026; year++) {
                if (random.chance(0.25 + 0.06 * (year - FIRST_YEAR))) {
                    LocalDate start = LocalDate.of(year, 9, 1).plusDays(random.below(200));
                    spells.add(PartnerSpell.builder()
                            .partner(id)
                            .start(start)
                            .end(LocalDate.of(year + 1, 7, 1))
                            .build());
                    engagements.add(engagement(engagements.size(), id, person, industry, start, year));
                }
            }
        }
        builder.addAll(partners).addAll(people).addAll(spells).addAll(engagements);
    }

    private Engagement engagement(
            int number, PartnerId partner, ProfessionalId person, String industry, LocalDate start, int year) {
        boolean rigorous = random.chance(0.1 + 0.05 * (year - FIRST_YEAR));
        List<StudentId> known = new ArrayList<>();
        for (int i = rigorous && students > 0 ? 4 + whoMeets.below(8) : 0; i > 0; i--) {
            known.add(MadeUpStudents.id(whoMeets.below(students)));
        }
        return Engagement.builder()
                .addAllStudents(known)
                .id(EngagementId.of(String.format(Locale.ROOT, "E%06d", number + 1)))
                .kind(rigorous ? EngagementKind.FLIPPED_INTERNSHIP : EngagementKind.GUEST_SPEAKER)
                .rigorous(rigorous)
                .level(rigorous ? "PREP" : "EXPLORE")
                .industry(industry)
                .addPartners(partner)
                .addProfessionals(person)
                .addSchools(places.id(random.below(places.size())))
                .headcount(10 + random.below(50))
                .educators(1 + random.below(3))
                .start(start)
                .sessions(rigorous ? 3 : 1)
                .hours(BigDecimal.valueOf(rigorous ? 6 : 1))
                .mode(random.chance(0.2) ? Mode.VIRTUAL : Mode.IN_PERSON)
                .build();
    }
}
