package org.waymark.io.synthetic;

import java.time.LocalDate;
import org.waymark.core.population.Population;

/**
 * A made-up region: districts and schools, students with their histories from grade 9 on, programs, partners and
 * engagements. Rates differ by group and by school in the way that real ones do; nobody in it is real.
 *
 * <p>The same size and seed give the same region on every machine.
 */
public final class Synthetic {
    /** The day as of which the region is known: the class of 2026 has graduated, its later windows are open. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** The first graduating class. */
    public static final int FIRST_CLASS = 2016;

    /** The last graduating class. */
    public static final int LAST_CLASS = 2029;

    private Synthetic() {}

    /**
     * A region.
     *
     * @param students how many students, 0 or more, spread evenly over the classes of {@value #FIRST_CLASS} to
     *     {@value #LAST_CLASS}
     * @param seed any number; another seed is another region
     */
    public static Population region(int students, long seed) {
        if (students < 0) {
            throw new IllegalArgumentException("students: must be 0 or more, was " + students);
        }
        SplitMix random = new SplitMix(seed);
        return region(students, new MadeUpPlaces(students, random), seed, random);
    }

    /**
     * A state: the same with so many districts and high schools, of very different sizes.
     *
     * @param students how many students, 0 or more
     * @param districts how many districts, 1 or more
     * @param schools how many high schools, as many as districts or more
     * @param seed any number; another seed is another state
     */
    public static Population state(int students, int districts, int schools, long seed) {
        if (students < 0 || districts < 1 || schools < districts) {
            throw new IllegalArgumentException(
                    "students, districts, schools: must be 0 or more, 1 or more, and as many as"
                            + " districts or more, were " + students + ", " + districts + ", " + schools);
        }
        SplitMix random = new SplitMix(seed);
        return region(students, new MadeUpPlaces(districts, schools, random), seed, random);
    }

    private static Population region(int students, MadeUpPlaces places, long seed, SplitMix random) {
        Population.Builder builder = Population.builder().asOf(AS_OF);
        places.addTo(builder);
        new MadeUpStudents(places, random, builder).add(students);
        new MadeUpPartners(places, random, students).addTo(builder);
        new MadeUpOrganisation(places, new SplitMix(seed ^ MadeUpLives.OWN)).addTo(builder);
        return builder.build();
    }
}
