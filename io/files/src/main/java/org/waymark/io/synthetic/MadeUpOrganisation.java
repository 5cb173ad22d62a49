package org.waymark.io.synthetic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.waymark.core.credential.Credential;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.EventId;
import org.waymark.core.id.NetworkId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.id.StaffId;
import org.waymark.core.partner.Event;
import org.waymark.core.partner.OrganisationRole;
import org.waymark.core.partner.SponsorLevel;
import org.waymark.core.partner.Sponsorship;
import org.waymark.core.partner.Staff;
import org.waymark.core.partner.VoiceLevel;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.District;
import org.waymark.core.place.Network;
import org.waymark.core.population.Population;

/** The organisation that runs the region's programs: networks, pathways, programs, people, events and their sponsors. */
final class MadeUpOrganisation {
    private static final String[] INDUSTRIES = {"health", "manufacturing", "construction", "information technology"};
    private static final String[] IDENTITIES = {"HISPANIC", "WHITE", "BLACK", "ASIAN", "AIAN"};
    private static final int PROGRAMS_OF_EACH_INDUSTRY = 6;
    private static final int PEOPLE = 46;
    private static final int SPONSORS_OF_EACH_EVENT = 7;

    private final MadeUpPlaces places;
    private final SplitMix random;

    MadeUpOrganisation(MadeUpPlaces places, SplitMix random) {
        this.places = places;
        this.random = random;
    }

    void addTo(Population.Builder builder) {
        networks(builder);
        pathways(builder);
        people(builder);
        events(builder);
    }

    /** Two networks, which share a district. */
    private void networks(Population.Builder builder) {
        List<District> districts = places.districts();
        int half = districts.size() / 2;
        builder.add(
                network("north", districts.subList(0, half + 1)),
                network("south", districts.subList(half, districts.size())));
    }

    private static Network network(String name, List<District> districts) {
        return Network.builder()
                .id(NetworkId.of(name))
                .name("Made-up Network " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .addAllDistricts(districts.stream().map(District::id).toList())
                .build();
    }

    private void pathways(Population.Builder builder) {
        for (int i = 0; i < INDUSTRIES.length; i++) {
            String industry = INDUSTRIES[i];
            CredentialId credential = CredentialId.of("C" + (i + 1));
            PathwayId pathway = PathwayId.of("W" + (i + 1));
            builder.add(Credential.builder()
                    .id(credential)
                    .name("Certificate in " + industry)
                    .kind(CredentialKind.CERTIFICATE_1TO2Y)
                    .stem(!industry.equals("construction"))
                    .build());
            builder.add(CareerPathway.builder()
                    .id(pathway)
                    .name("Careers in " + industry)
                    .industry(industry)
                    .addCredentials(credential)
                    .build());
            for (int n = 0; n < PROGRAMS_OF_EACH_INDUSTRY; n++) {
                builder.add(program(i * PROGRAMS_OF_EACH_INDUSTRY + n, industry, pathway, credential));
            }
        }
    }

    private Program program(int number, String industry, PathwayId pathway, CredentialId credential) {
        boolean launch = number % 3 == 0;
        Program.Builder program = Program.builder()
                .id(ProgramId.of(String.format(Locale.ROOT, "G%03d", number + 1)))
                .name("Program " + (number + 1) + " in " + industry)
                .level(launch ? Level.LAUNCH : number % 3 == 1 ? Level.PREP : Level.EXPLORE)
                .activity(launch ? ActivityKind.YOUTH_APPRENTICESHIP : ActivityKind.CTE_COURSE)
                .industry(industry)
                .pathway(pathway)
                .provider(places.districts()
                        .get(number % places.districts().size())
                        .id()
                        .value())
                .paid(launch || random.chance(0.1))
                .supervised(launch)
                .aligned(launch && random.chance(0.9));
        if (random.chance(0.6)) {
            program.credential(credential);
        }
        if (random.chance(0.5)) {
            program.collegeCredits(BigDecimal.valueOf(5L * (1 + random.below(10))));
        }
        if (launch && random.chance(0.8)) {
            program.endorsedFrom(LocalDate.of(2020 + random.below(6), 10, 1));
        }
        return program.build();
    }

    private void people(Population.Builder builder) {
        for (int i = 0; i < PEOPLE; i++) {
            OrganisationRole role = OrganisationRole.values()[i % 3];
            Staff.Builder person = Staff.builder()
                    .id(StaffId.of(String.format(Locale.ROOT, "S%03d", i + 1)))
                    .organisation("Made-up Region")
                    .role(role)
                    .voice(VoiceLevel.values()[random.weighted(60, 25, 15)])
                    .start(LocalDate.of(2018 + random.below(7), 9, 1));
            if (random.chance(0.85)) {
                person.addIdentities(IDENTITIES[random.weighted(10, 74, 5, 9, 2)]);
            }
            builder.add(person.build());
        }
    }

    private void events(Population.Builder builder) {
        for (int year = 2019; year < Synthetic.AS_OF.getYear(); year++) {
            EventId id = EventId.of("V" + year);
            builder.add(Event.builder()
                    .id(id)
                    .name("Career event " + year)
                    .day(LocalDate.of(year, 11, 14))
                    .industry(INDUSTRIES[year % INDUSTRIES.length])
                    .audience("9-12")
                    .build());
            for (int i = 0; i < SPONSORS_OF_EACH_EVENT; i++) {
                builder.add(Sponsorship.builder()
                        .event(id)
                        .partner(PartnerId.of(String.format(Locale.ROOT, "P%04d", 1 + random.below(60))))
                        .level(SponsorLevel.values()[random.weighted(5, 3, 1)])
                        .build());
            }
        }
    }
}
