package org.waymark.core.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.credential.Credential;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.Employment;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.partner.Engagement;
import org.waymark.core.partner.Event;
import org.waymark.core.partner.Partner;
import org.waymark.core.partner.PartnerSpell;
import org.waymark.core.partner.Professional;
import org.waymark.core.partner.Sponsorship;
import org.waymark.core.partner.Staff;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.DualCredit;
import org.waymark.core.pathway.GraduationOptionMet;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.PathwayProgress;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.County;
import org.waymark.core.place.District;
import org.waymark.core.place.Esd;
import org.waymark.core.place.Institution;
import org.waymark.core.place.Network;
import org.waymark.core.place.School;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.CohortExit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.FamilyEngagement;
import org.waymark.core.student.HighSchoolPlan;
import org.waymark.core.student.SchoolYearRecord;
import org.waymark.core.student.SkillAssessment;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * Every kind of entity of the model, owners before what hangs on them. A field list is made when it is first asked for, so
 * that a program that counts students does not begin with the field lists of partners.
 */
public final class Model {
    private static final List<String> UNITS = List.of(
            "esds",
            "counties",
            "districts",
            "schools",
            "networks",
            "institutions",
            "credentials",
            "pathways",
            "programs",
            "students",
            "enrolments",
            "cohort_exits",
            "statuses",
            "school_year_records",
            "high_school_plans",
            "skill_assessments",
            "family_engagements",
            "participations",
            "pathway_progress",
            "graduation_options_met",
            "dual_credits",
            "credential_awards",
            "postsecondary_enrolments",
            "employments",
            "partners",
            "partner_spells",
            "professionals",
            "engagements",
            "events",
            "sponsorships",
            "staff");

    private Model() {}

    /** Held apart, since it makes every field list. */
    private static final class All {
        static final List<Schema<?, ?>> SCHEMAS = all();

        private All() {}

        private static List<Schema<?, ?>> all() {
            List<Schema<?, ?>> schemas = new ArrayList<>();
            for (String unit : UNITS) {
                schemas.add(Objects.requireNonNull(find(unit), unit));
            }
            return List.copyOf(schemas);
        }
    }

    /** What one entity of each kind is called when counted. */
    static List<String> units() {
        return UNITS;
    }

    /** The field lists of all kinds of entities. */
    public static List<Schema<?, ?>> schemas() {
        return All.SCHEMAS;
    }

    /**
     * Every attribute of every entity as a row: the data dictionary of the model. Its names are those of all files, columns of
     * databases and JSON.
     */
    public static Table dictionary() {
        Table.Builder table = Table.builder("Data dictionary")
                .column(Column.text("entity", "what is described"))
                .column(Column.text("attribute", "its name in every file"))
                .column(Column.text("holds", "what kind of value"))
                .column(Column.text("leads_to", "whose id it is"))
                .column(Column.text("given", "whether it must be, and what it means if it is not"))
                .column(Column.text("meaning", "what it says"))
                .column(Column.text("labels", "what it can be, in order; empty if anything can"));
        for (Schema<?, ?> schema : All.SCHEMAS) {
            for (Field<?, ?> field : schema.fields()) {
                table.row(
                        Datum.text(schema.unit().toString()),
                        Datum.text(field.name()),
                        Datum.text(words(field.kind())),
                        Datum.text(field.target().map(Unit::toString).orElse("")),
                        Datum.text(words(field.presence())),
                        Datum.text(field.meaning()),
                        Datum.text(String.join("; ", field.labels())));
            }
        }
        return table.build();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The field list of a unit; empty if the unit is not of the model. */
    public static Optional<Schema<?, ?>> schema(Unit unit) {
        return Optional.ofNullable(find(unit.name()));
    }

    /**
     * The field list of an entity.
     *
     * @throws IllegalArgumentException if the object is no entity of the model
     */
    public static Schema<?, ?> schemaOf(Object entity) {
        for (Schema<?, ?> schema : All.SCHEMAS) {
            if (schema.type().isInstance(entity)) {
                return schema;
            }
        }
        throw new IllegalArgumentException(
                "entity: must be of the model, was a " + entity.getClass().getName());
    }

    private static @Nullable Schema<?, ?> find(String unit) {
        return switch (unit) {
            case "esds" -> Esd.SCHEMA;
            case "counties" -> County.SCHEMA;
            case "districts" -> District.SCHEMA;
            case "schools" -> School.SCHEMA;
            case "networks" -> Network.SCHEMA;
            case "institutions" -> Institution.SCHEMA;
            case "credentials" -> Credential.SCHEMA;
            case "pathways" -> CareerPathway.SCHEMA;
            case "programs" -> Program.SCHEMA;
            case "students" -> Student.SCHEMA;
            case "enrolments" -> Enrolment.SCHEMA;
            case "cohort_exits" -> CohortExit.SCHEMA;
            case "statuses" -> StatusSpell.SCHEMA;
            case "school_year_records" -> SchoolYearRecord.SCHEMA;
            case "high_school_plans" -> HighSchoolPlan.SCHEMA;
            case "skill_assessments" -> SkillAssessment.SCHEMA;
            case "family_engagements" -> FamilyEngagement.SCHEMA;
            case "participations" -> Participation.SCHEMA;
            case "pathway_progress" -> PathwayProgress.SCHEMA;
            case "graduation_options_met" -> GraduationOptionMet.SCHEMA;
            case "dual_credits" -> DualCredit.SCHEMA;
            case "credential_awards" -> CredentialAward.SCHEMA;
            case "postsecondary_enrolments" -> PostsecondaryEnrolment.SCHEMA;
            case "employments" -> Employment.SCHEMA;
            case "partners" -> Partner.SCHEMA;
            case "partner_spells" -> PartnerSpell.SCHEMA;
            case "professionals" -> Professional.SCHEMA;
            case "engagements" -> Engagement.SCHEMA;
            case "events" -> Event.SCHEMA;
            case "sponsorships" -> Sponsorship.SCHEMA;
            case "staff" -> Staff.SCHEMA;
            default -> null;
        };
    }
}
