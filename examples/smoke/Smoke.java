import org.waymark.core.population.Population;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.Rate;

/** Runs on the module path, where only what modules export can be seen. */
final class Smoke {
    public static void main(String[] arguments) {
        for (Class<?> type : new Class<?>[] {Population.class, Rate.class, Synthetic.class}) {
            if (!type.getModule().isNamed()) {
                throw new IllegalStateException(type + " is not in a named module");
            }
        }
        Population region = Synthetic.region(2_000, 42);
        var enrolled = Catalog.enrolledWithinAYear();
        System.out.println("module path: " + Rate.of(enrolled).over(region.classOf(2024).tally(enrolled)));
        var violations = org.waymark.core.constraint.Constraints.check(
                org.waymark.core.partner.Partner.builder().id(org.waymark.core.id.PartnerId.of("p")).size(-1).build());
        if (violations.size() != 1) {
            throw new IllegalStateException("constraints: expected one violation, found " + violations);
        }
    }
}
