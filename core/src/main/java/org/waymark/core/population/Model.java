package org.waymark.core.population;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Every kind of entity of the model, owners before what hangs on them. */
public final class Model {
    private static final List<Schema<?, ?>> SCHEMAS = List.of(
            Esd.SCHEMA,
            County.SCHEMA,
            District.SCHEMA,
            School.SCHEMA,
            Network.SCHEMA,
            Institution.SCHEMA,
            Credential.SCHEMA,
            CareerPathway.SCHEMA,
            Program.SCHEMA,
            Student.SCHEMA,
            Enrolment.SCHEMA,
            CohortExit.SCHEMA,
            StatusSpell.SCHEMA,
            SchoolYearRecord.SCHEMA,
            HighSchoolPlan.SCHEMA,
            SkillAssessment.SCHEMA,
            FamilyEngagement.SCHEMA,
            Participation.SCHEMA,
            PathwayProgress.SCHEMA,
            GraduationOptionMet.SCHEMA,
            DualCredit.SCHEMA,
            CredentialAward.SCHEMA,
            PostsecondaryEnrolment.SCHEMA,
            Employment.SCHEMA,
            Partner.SCHEMA,
            PartnerSpell.SCHEMA,
            Professional.SCHEMA,
            Engagement.SCHEMA,
            Event.SCHEMA,
            Sponsorship.SCHEMA,
            Staff.SCHEMA);

    private Model() {}

    /** The field lists of all kinds of entities. */
    public static List<Schema<?, ?>> schemas() {
        return SCHEMAS;
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
        for (Schema<?, ?> schema : SCHEMAS) {
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
        for (Schema<?, ?> schema : SCHEMAS) {
            if (schema.unit().equals(unit)) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }

    /**
     * The field list of an entity.
     *
     * @throws IllegalArgumentException if the object is no entity of the model
     */
    public static Schema<?, ?> schemaOf(Object entity) {
        for (Schema<?, ?> schema : SCHEMAS) {
            if (schema.type().isInstance(entity)) {
                return schema;
            }
        }
        throw new IllegalArgumentException(
                "entity: must be of the model, was a " + entity.getClass().getName());
    }
}
